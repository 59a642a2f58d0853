//! From the callbacks of the screens to messages.

use super::stage::Stage;
use super::ui;
use crate::view_model::page::{BrowseRows, Page, ScreenPage, TakePage};
use crate::view_model::{Corner, Key, KeySet, Message, PinKey, StaffTouch, Touch};
use queue_protocol::Purpose;
use slint::{ComponentHandle as _, SharedString};
use std::rc::Rc;

/// A callback that sends one touch.
macro_rules! sends {
    ($stage:expr, $global:expr, { $($on:ident => $touch:expr),+ $(,)? }) => {$({
        let stage = Rc::downgrade($stage);
        $global.$on(move || {
            if let Some(stage) = stage.upgrade() {
                stage.take(Message::Touch($touch));
            }
        });
    })+};
}

/// A callback whose touch depends on what it gives and on the page that is shown.
macro_rules! picks {
    ($stage:expr, $global:expr, { $($on:ident => $pick:expr),+ $(,)? }) => {$({
        let stage = Rc::downgrade($stage);
        $global.$on(move |given| {
            if let Some(stage) = stage.upgrade() {
                stage.touch_with(|page| $pick(page, given));
            }
        });
    })+};
}

/// Connects every callback of the window. They hold the stage weakly: the window belongs to it.
pub(super) fn connect(stage: &Rc<Stage>) {
    connect_frame(stage);
    connect_choices(stage);
    connect_find(stage);
    connect_number(stage);
    connect_staff(stage);
}

fn connect_frame(stage: &Rc<Stage>) {
    let frame = stage.window().global::<ui::FrameState<'_>>();
    sends!(stage, frame, {
        on_touched => Touch::Anywhere,
        on_go_back => Touch::Back,
        on_go_home => Touch::Home,
        on_toggle_large_text => Touch::LargeText,
        on_toggle_high_contrast => Touch::HighContrast,
        on_toggle_low_reach => Touch::LowReach,
        on_toggle_aloud => Touch::Aloud,
        on_call_staff => Touch::CallStaff,
    });
    picks!(stage, frame, {
        on_choose_language => chosen_language,
    });
    let resized = Rc::downgrade(stage);
    frame.on_resized(move |width, height| {
        if let Some(stage) = resized.upgrade() {
            stage.resized(width, height);
        }
    });
    let question = stage.window().global::<ui::QuestionState<'_>>();
    sends!(stage, question, {
        on_more_time => Touch::MoreTime,
        on_leave => Touch::Leave,
        on_keep_ticket => Touch::KeepTicket,
        on_give_up_ticket => Touch::GiveUpTicket,
    });
}

fn connect_choices(stage: &Rc<Stage>) {
    let home = stage.window().global::<ui::HomeState<'_>>();
    picks!(stage, home, {
        on_chosen => |_: &Page, purpose| Some(Touch::Purpose(match purpose {
            ui::Purpose::Submit => Purpose::Submit,
            ui::Purpose::Collect => Purpose::Collect,
            ui::Purpose::Supplement => Purpose::Supplement,
            ui::Purpose::Guidance => Purpose::Guidance,
        })),
    });
    let choose = stage.window().global::<ui::ChooseState<'_>>();
    sends!(stage, choose, {
        on_find => Touch::Find,
        on_by_agency => Touch::ByAgency,
    });
    picks!(stage, choose, { on_chosen => chosen_service });
    let others = Rc::downgrade(stage);
    choose.on_show_others(move || {
        if let Some(stage) = others.upgrade() {
            stage.touch_with(|page| match &page.screen {
                ScreenPage::Choose(choose) => choose.others.as_ref().map(|o| Touch::Others(o.0)),
                _ => None,
            });
        }
    });
    connect_browse(stage);
    let take = stage.window().global::<ui::TakeState<'_>>();
    sends!(stage, take, {
        on_ordinary => Touch::Ordinary,
        on_show_classes => Touch::ShowClasses,
        on_show_details => Touch::Details,
    });
    let details = stage.window().global::<ui::DetailsState<'_>>();
    sends!(stage, details, { on_go_on => Touch::Back });
    picks!(stage, take, { on_priority => chosen_class });
}

fn connect_browse(stage: &Rc<Stage>) {
    let browse = stage.window().global::<ui::BrowseState<'_>>();
    picks!(stage, browse, { on_chosen => chosen_of_browse });
    let more = Rc::downgrade(stage);
    browse.on_show_more(move || {
        if let Some(stage) = more.upgrade() {
            stage.touch_with(|page| match &page.screen {
                ScreenPage::Browse(browse) => browse.more.map(|(first, _)| Touch::Others(first)),
                _ => None,
            });
        }
    });
}

fn connect_find(stage: &Rc<Stage>) {
    let find = stage.window().global::<ui::FindState<'_>>();
    sends!(stage, find, {
        on_previous => Touch::PreviousFound,
        on_leave => Touch::LeaveFind,
        on_guidance_number => Touch::Guidance,
    });
    picks!(stage, find, {
        on_chosen => chosen_procedure,
        on_choose_keys => |_: &Page, keys| Some(Touch::Keys(match keys {
            ui::KeySet::Letters => KeySet::Letters,
            ui::KeySet::Marks => KeySet::Marks,
            ui::KeySet::Digits => KeySet::Digits,
        })),
    });
    let keys = Rc::downgrade(stage);
    find.on_key(move |kind, text| {
        if let (Some(stage), Some(key)) = (keys.upgrade(), key(kind, &text)) {
            stage.take(Message::Touch(Touch::Key(key)));
        }
    });
    let next = Rc::downgrade(stage);
    find.on_next(move || {
        if let Some(stage) = next.upgrade() {
            stage.touch_with(|page| match &page.screen {
                ScreenPage::Find(find) => find.next.map(Touch::NextFound),
                _ => None,
            });
        }
    });
}

fn connect_number(stage: &Rc<Stage>) {
    let ticket = stage.window().global::<ui::TicketState<'_>>();
    sends!(stage, ticket, {
        on_done => Touch::Done,
        on_cancel => Touch::Cancel,
    });
    let notice = stage.window().global::<ui::NoticeState<'_>>();
    sends!(stage, notice, {
        on_wait_on => Touch::WaitOn,
        on_done => Touch::Done,
        on_try_again => Touch::TryAgain,
    });
}

fn connect_staff(stage: &Rc<Stage>) {
    let staff = stage.window().global::<ui::StaffState<'_>>();
    sends!(stage, staff, {
        on_first_corner => Touch::Corner(Corner::First),
        on_second_corner => Touch::Corner(Corner::Second),
        on_erase => PinKey::Erase.into(),
        on_clear => PinKey::Clear.into(),
        on_enter => StaffTouch::Enter.into(),
        on_test_print => StaffTouch::TestPrint.into(),
        on_test_sound => StaffTouch::TestSound.into(),
        on_show_screen => StaffTouch::ShowScreen.into(),
        on_restart => StaffTouch::Restart.into(),
    });
    picks!(stage, staff, {
        on_digit => |_: &Page, text: SharedString| typed_digit(&text),
        on_reprint => |_: &Page, number: SharedString| {
            Some(StaffTouch::Reprint(number.into()).into())
        },
    });
}

fn typed_digit(text: &str) -> Option<Touch> {
    let digit = text.chars().next()?;
    Some(PinKey::Digit(digit).into())
}

fn chosen_language(page: &Page, place: i32) -> Option<Touch> {
    let language = page.frame.languages.get(usize::try_from(place).ok()?)?;
    Some(Touch::Language(*language))
}

fn chosen_service(page: &Page, row: i32) -> Option<Touch> {
    let ScreenPage::Choose(choose) = &page.screen else {
        return None;
    };
    let row = choose.rows.get(usize::try_from(row).ok()?)?;
    Some(Touch::Service(row.code.clone()))
}

fn chosen_of_browse(page: &Page, row: i32) -> Option<Touch> {
    let ScreenPage::Browse(browse) = &page.screen else {
        return None;
    };
    let row = usize::try_from(row).ok()?;
    match &browse.rows {
        BrowseRows::Agencies(rows) => rows.get(row).map(|row| Touch::Agency(row.code.clone())),
        BrowseRows::Fields(rows) => rows.get(row).map(|row| Touch::Field(row.code.clone())),
        BrowseRows::Procedures(rows) => rows.get(row).map(|row| Touch::Procedure(row.place)),
    }
}

fn chosen_procedure(page: &Page, row: i32) -> Option<Touch> {
    let ScreenPage::Find(find) = &page.screen else {
        return None;
    };
    let row = find.rows.get(usize::try_from(row).ok()?)?;
    Some(Touch::Procedure(row.place))
}

fn chosen_class(page: &Page, row: i32) -> Option<Touch> {
    let (ScreenPage::Take(TakePage { classes, .. })
    | ScreenPage::Settled(TakePage { classes, .. })
    | ScreenPage::Classes(TakePage { classes, .. })) = &page.screen
    else {
        return None;
    };
    let row = classes.get(usize::try_from(row).ok()?)?;
    Some(Touch::Priority(row.code.clone()))
}

fn key(kind: ui::KeyKind, text: &str) -> Option<Key> {
    Some(match kind {
        ui::KeyKind::Letter => Key::Letter(text.chars().next()?),
        ui::KeyKind::Acute => Key::Tone('\u{301}'),
        ui::KeyKind::Grave => Key::Tone('\u{300}'),
        ui::KeyKind::Hook => Key::Tone('\u{309}'),
        ui::KeyKind::Tilde => Key::Tone('\u{303}'),
        ui::KeyKind::Dot => Key::Tone('\u{323}'),
        ui::KeyKind::Space => Key::Space,
        ui::KeyKind::Erase => Key::Erase,
        ui::KeyKind::Clear => Key::Clear,
    })
}
