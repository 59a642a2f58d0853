//! Devices, officers and wrong PINs: kept across restarts, and deleted where they must be.

use crate::hall::{Hall, KIOSK, Running, at};
use queue_core::{DeviceId, Moment, OfficerNo};
use queue_protocol::{Permission, Role};
use queue_service::writer::{
    AdminAnswer, AdminOrder, AdminRefusal, NewDevice, NewOfficer, WriteError,
};
use std::fs;

fn officer(number: u32, name: &str) -> AdminOrder {
    AdminOrder::AddOfficer(NewOfficer {
        number,
        name: name.to_owned(),
        pin_hash: "$argon2id$one".to_owned(),
        may: [Permission::Cancel, Permission::ChosenCall].into(),
    })
}

fn device(name: &str, token: u8) -> AdminOrder {
    AdminOrder::AddDevice(NewDevice {
        name: name.to_owned(),
        role: Role::Counter,
        zone: None,
        counter: Some(7),
        screen: None,
        token: [token; 32],
    })
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, WriteError>) -> AdminRefusal {
    match answer {
        Err(WriteError::Admin(refusal)) => refusal,
        other => panic!("expected a refusal, found {other:?}"),
    }
}

#[tokio::test]
async fn devices_and_officers_are_there_after_a_restart() {
    let hall = Hall::new();
    let running = hall.start();
    let answer = running.admin(device("Quầy 7", 1)).await.unwrap();
    assert_eq!(answer, AdminAnswer::DeviceAdded { device: 1 });
    running.admin(device("Quầy 8", 2)).await.unwrap();
    running.admin(officer(12, "Nguyễn Thị Hoa")).await.unwrap();
    running
        .admin(AdminOrder::RevokeDevice { device: 2 })
        .await
        .unwrap();
    running
        .admin(AdminOrder::SetPin {
            officer: 12,
            pin_hash: "$argon2id$two".to_owned(),
        })
        .await
        .unwrap();
    let before = running.writer.shared().registry().clone();
    running.stop();
    let running = hall.start();
    let registry = running.writer.shared().registry().clone();
    assert_eq!(registry, before);
    assert_eq!(registry.device_of_token(&[1; 32]).unwrap().counter, Some(7));
    assert_eq!(registry.device_of_token(&[2; 32]), None, "revoked");
    assert_eq!(registry.device_of_token(&[3; 32]), None, "unknown");
    assert_eq!(registry.officers[&OfficerNo(12)].pin_hash, "$argon2id$two");
    running.stop();
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_changes_nothing() {
    let hall = Hall::new();
    let running = hall.start();
    running.admin(officer(12, "Hoa")).await.unwrap();
    running.admin(device("Quầy", 1)).await.unwrap();
    let before = running.writer.shared().registry().clone();
    let long = "a".repeat(81);
    assert_eq!(
        refusal(running.admin(officer(12, "Mai")).await),
        AdminRefusal::OfficerExists { officer: 12 }
    );
    assert_eq!(
        refusal(running.admin(AdminOrder::RevokeDevice { device: 9 }).await),
        AdminRefusal::UnknownDevice { device: 9 }
    );
    assert_eq!(
        refusal(
            running
                .admin(AdminOrder::DisableOfficer { officer: 9 })
                .await
        ),
        AdminRefusal::UnknownOfficer { officer: 9 }
    );
    for order in [
        officer(0, "Mai"),
        officer(13, "  "),
        officer(13, &long),
        device("", 2),
        device("Quầy", 1),
    ] {
        assert!(matches!(
            refusal(running.admin(order).await),
            AdminRefusal::BadField { .. }
        ));
    }
    assert_eq!(*running.writer.shared().registry(), before);
    running.stop();
}

#[tokio::test]
async fn names_are_stored_composed() {
    let hall = Hall::new();
    let running = hall.start();
    running
        .admin(officer(12, " Nguye\u{302}\u{303}n  Hoa "))
        .await
        .unwrap();
    let name = running.writer.shared().registry().officers[&OfficerNo(12)]
        .name
        .clone();
    assert_eq!(name.as_deref(), Some("Nguyễn Hoa"));
    running.stop();
}

/// A forgotten name is in no table, and in no byte of the closed file.
#[tokio::test]
async fn a_forgotten_name_is_gone() {
    let hall = Hall::new();
    let running = hall.start();
    running
        .admin(officer(12, "Tôn Nữ Khuynh Thành"))
        .await
        .unwrap();
    running
        .admin(AdminOrder::ForgetOfficer { officer: 12 })
        .await
        .unwrap();
    let officer = running.writer.shared().registry().officers[&OfficerNo(12)].clone();
    assert!(officer.disabled && officer.name.is_none() && officer.pin_hash.is_empty());
    let pin = AdminOrder::SetPin {
        officer: 12,
        pin_hash: "$argon2id$two".to_owned(),
    };
    assert_eq!(
        refusal(running.admin(pin).await),
        AdminRefusal::OfficerForgotten { officer: 12 }
    );
    running.stop();
    let bytes = fs::read(hall.folder.journal()).unwrap();
    let name = "Khuynh".as_bytes();
    assert!(!bytes.windows(name.len()).any(|window| window == name));
}

#[test]
fn an_officer_shows_neither_name_nor_pin_in_a_log() {
    let hall = Hall::new();
    let mut scribe = hall.scribe();
    scribe.administer(officer(12, "Hoa")).unwrap();
    drop(scribe);
    let registry = queue_service::journal::Reader::open(&hall.folder)
        .unwrap()
        .registry()
        .unwrap();
    let shown = format!("{registry:?}");
    assert!(
        !shown.contains("Hoa") && !shown.contains("argon2"),
        "{shown}"
    );
}

async fn wrong_pin(running: &Running, officer: u32) -> Option<Moment> {
    let order = AdminOrder::PinFailed {
        device: KIOSK.0,
        officer,
    };
    match running.admin(order).await.unwrap() {
        AdminAnswer::PinCounted { until } => until,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_fifth_wrong_pin_locks_the_pair_for_a_quarter_of_an_hour_across_restarts() {
    let hall = Hall::new();
    let running = hall.start();
    for _ in 0..4 {
        assert_eq!(wrong_pin(&running, 99).await, None);
        hall.time.pass(60);
    }
    running.stop();
    let running = hall.start();
    assert_eq!(wrong_pin(&running, 99).await, Some(at("08:19")));
    assert_eq!(
        wrong_pin(&running, 98).await,
        None,
        "another officer is not locked"
    );
    running.stop();
    let running = hall.start();
    let locked = |now| {
        let registry = running.writer.shared().registry();
        registry.locked_until(KIOSK, OfficerNo(99), now)
    };
    assert_eq!(locked(at("08:18")), Some(at("08:19")));
    assert_eq!(locked(at("08:19")), None);
    assert_eq!(
        running
            .writer
            .shared()
            .registry()
            .locked_until(DeviceId(2), OfficerNo(99), at("08:05")),
        None
    );
    running.stop();
}

#[tokio::test]
async fn old_wrong_pins_do_not_count_and_a_right_one_clears_them() {
    let hall = Hall::new();
    let running = hall.start();
    for _ in 0..4 {
        wrong_pin(&running, 12).await;
    }
    hall.time.pass(15 * 60);
    for _ in 0..4 {
        assert_eq!(wrong_pin(&running, 12).await, None);
    }
    running
        .admin(AdminOrder::PinsCleared {
            device: KIOSK.0,
            officer: 12,
        })
        .await
        .unwrap();
    for _ in 0..4 {
        assert_eq!(wrong_pin(&running, 12).await, None);
    }
    assert!(wrong_pin(&running, 12).await.is_some());
    running.stop();
}
