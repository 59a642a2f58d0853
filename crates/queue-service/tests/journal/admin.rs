//! Administrators' commands with and without a running service: one writer in either case.

use crate::hall::{Hall, PATIENCE, instant};
use chrono::DateTime;
use queue_protocol::Role;
use queue_service::admin::{self, AdminError};
use queue_service::journal::OpenError;
use queue_service::writer::{AdminAnswer, AdminOrder, AdminRefusal, NewDevice};
use queue_service::{Config, Running, start};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use tokio::task::spawn_blocking;

fn device(name: &str, token: u8) -> AdminOrder {
    AdminOrder::AddDevice(NewDevice {
        name: name.to_owned(),
        role: Role::Kiosk,
        zone: None,
        counter: None,
        screen: None,
        token: [token; 32],
    })
}

async fn serve(hall: &Hall) -> Running {
    let start_at = DateTime::from_timestamp_millis(instant("2026-11-25T08:00:00+07:00").0).unwrap();
    start(Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        demo_clock: Some((start_at.fixed_offset(), 1.0)),
        ..Config::new(hall.folder.path())
    })
    .await
    .unwrap()
}

async fn send(hall: &Hall, order: AdminOrder) -> Result<AdminAnswer, AdminError> {
    let folder = hall.folder.clone();
    spawn_blocking(move || admin::send(&folder, order))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_reaches_a_running_service() {
    let hall = Hall::new();
    let running = serve(&hall).await;
    let mode = std::fs::metadata(hall.folder.socket())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let answer = send(&hall, device("Ki-ốt", 1)).await.unwrap();
    assert_eq!(answer, AdminAnswer::DeviceAdded { device: 1 });
    assert!(
        running
            .shared()
            .registry()
            .device_of_token(&[1; 32])
            .is_some(),
        "known at once"
    );
    let refused = send(&hall, AdminOrder::RevokeDevice { device: 9 }).await;
    assert!(matches!(
        refused,
        Err(AdminError::Refused(AdminRefusal::UnknownDevice {
            device: 9
        }))
    ));
    let folder = hall.folder.clone();
    let status = spawn_blocking(move || admin::status(&folder))
        .await
        .unwrap()
        .unwrap();
    let service = status.running.unwrap();
    assert_eq!(
        (service.listen, service.issued),
        (running.addr.to_string(), 0)
    );
    assert_eq!(service.centre, "khanh-hoa");
    running.stop().await;
    assert!(!hall.folder.socket().exists());
}

#[tokio::test]
async fn an_order_without_a_service_is_carried_out_at_once() {
    let hall = Hall::new();
    assert_eq!(
        send(&hall, device("Ki-ốt", 1)).await.unwrap(),
        AdminAnswer::DeviceAdded { device: 1 }
    );
    let status = admin::status(&hall.folder).unwrap();
    assert_eq!((status.running, status.seq), (None, 1));
    let refused = send(&hall, device("Ki-ốt", 1)).await;
    assert!(matches!(refused, Err(AdminError::Refused(_))));
}

/// A socket that a killed service left behind is nobody's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_socket_left_behind_is_in_nobodys_way() {
    let hall = Hall::new();
    drop(std::os::unix::net::UnixListener::bind(hall.folder.socket()).unwrap());
    send(&hall, device("Ki-ốt 1", 1)).await.unwrap();
    let running = serve(&hall).await;
    send(&hall, device("Ki-ốt 2", 2)).await.unwrap();
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_service_is_refused() {
    let hall = Hall::new();
    let running = serve(&hall).await;
    let second = start(Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        ..Config::new(hall.folder.path())
    });
    assert!(second.await.is_err());
    send(&hall, device("Ki-ốt", 1)).await.unwrap();
    running.stop().await;
}

/// While another command holds the folder, and no service has a socket yet, an order waits its turn.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_wait_for_each_other() {
    let hall = Hall::new();
    let held = hall.scribe();
    let folder = hall.folder.clone();
    let waiting = spawn_blocking(move || admin::send(&folder, device("Ki-ốt", 1)));
    assert!(matches!(
        queue_service::journal::Journal::open(&hall.folder),
        Err(OpenError::Locked(_))
    ));
    drop(held);
    tokio::time::timeout(PATIENCE, waiting)
        .await
        .unwrap()
        .unwrap()
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nonsense_on_the_socket_is_answered_and_harms_nothing() {
    let hall = Hall::new();
    let running = serve(&hall).await;
    for line in [
        "hello\n",
        "{}\n",
        "{\"order\":{\"order\":\"pin_failed\",\"device\":1,\"officer\":1}}\n",
        "{\"order\":{\"order\":\"revoke_device\",\"device\":1,\"force\":true}}\n",
        "\u{0}\u{1}\n",
    ] {
        let socket = hall.folder.socket();
        let answer = spawn_blocking(move || {
            let mut stream = UnixStream::connect(socket).unwrap();
            stream.write_all(line.as_bytes()).unwrap();
            let mut answer = String::new();
            BufReader::new(stream).read_line(&mut answer).unwrap();
            answer
        });
        let answer = answer.await.unwrap();
        assert!(
            answer.starts_with("{\"failed\":\"not understood"),
            "{line}: {answer}"
        );
    }
    send(&hall, device("Ki-ốt", 1)).await.unwrap();
    running.stop().await;
}
