//! The built program, as an administrator runs it.

use crate::hall::assets;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn xinmoi(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xinmoi"));
    command
        .args(words)
        .env("XINMOI_DATA", data)
        .env_remove("XINMOI_LOG")
        .stdin(Stdio::null());
    command
}

/// Runs it; gives its exit code, standard output and standard error.
fn run(data: &Path, words: &[&str]) -> (i32, String, String) {
    told(xinmoi(data, words).output().unwrap())
}

fn told(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn with_input(data: &Path, words: &[&str], input: &str) -> (i32, String, String) {
    let mut command = xinmoi(data, words);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    told(child.wait_with_output().unwrap())
}

/// A service that has said where it listens.
struct Service(Child);

impl Service {
    fn start(data: &Path) -> Self {
        let words = [
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--demo-clock",
            "2026-11-25T08:00:00+07:00",
        ];
        let mut child = xinmoi(data, &words).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("serving") {
            line.clear();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "the service ended");
        }
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self(child)
    }

    fn stop(mut self) -> i32 {
        let id = rustix::process::Pid::from_child(&self.0);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
        self.0.wait().unwrap().code().unwrap()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.0.kill().ok();
    }
}

#[test]
fn a_folder_from_init_to_restore() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let centre = assets("khanh-hoa");
    assert_eq!(run(&data, &["init", "--demo"]).0, 0);
    let (code, _, message) = run(&data, &["serve"]);
    assert!(
        code == 3 && message.contains("centre adopt"),
        "{code} {message}"
    );
    assert_eq!(
        run(&data, &["centre", "adopt", centre.to_str().unwrap()]).0,
        0
    );
    let token = dir.path().join("kiosk.token");
    let add = [
        "device",
        "add",
        "Ki-ốt 1",
        "--role",
        "kiosk",
        "--token-file",
        token.to_str().unwrap(),
    ];
    assert_eq!(run(&data, &add).0, 0);
    let secret = fs::read_to_string(&token).unwrap();
    assert_eq!(secret.trim().len(), 64);
    assert_eq!(
        fs::metadata(&token).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(run(&data, &add).0, 1, "a token file is not overwritten");

    let service = Service::start(&data);
    let (_, said, _) = run(
        &data,
        &[
            "device",
            "add",
            "Quầy 7",
            "--role",
            "counter",
            "--counter",
            "7",
        ],
    );
    assert!(said.starts_with("device 2 is registered"), "{said}");
    let (code, _, message) = with_input(
        &data,
        &[
            "officer",
            "add",
            "12",
            "--name",
            "Hoa",
            "--may",
            "chosen-call,cancel",
        ],
        "2468\n",
    );
    assert_eq!((code, message.as_str()), (0, ""));
    let (_, list, _) = run(&data, &["officer", "list"]);
    assert!(list.contains("12      Hoa   chosen_call,cancel"), "{list}");
    let (_, list, _) = run(&data, &["device", "list"]);
    assert!(
        list.contains("counter 7") && !list.contains(secret.trim()),
        "{list}"
    );
    let (code, status, _) = run(&data, &["status"]);
    assert!(
        code == 0 && status.contains("is running as process"),
        "{status}"
    );
    let (code, _, message) = run(&data, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(
        code == 3 && message.contains("another xinmoi"),
        "{code} {message}"
    );
    let backup = dir.path().join("backup.db");
    assert_eq!(run(&data, &["backup", backup.to_str().unwrap()]).0, 0);
    assert_eq!(run(&data, &["journal", "verify"]).0, 0);
    assert_eq!(run(&data, &["clock", "accept"]).0, 0);
    assert_eq!(service.stop(), 0);

    let (_, status, _) = run(&data, &["status"]);
    assert!(status.contains("no service is running"), "{status}");
    let (code, lines, _) = run(&data, &["journal", "export", "--from", "2026-11-25"]);
    assert_eq!(code, 0);
    let kinds: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|line| line["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["day_opened", "clock_accepted"]);
    let restored = dir.path().join("restored");
    assert_eq!(run(&restored, &["restore", backup.to_str().unwrap()]).0, 0);
    assert_eq!(
        run(&restored, &["restore", backup.to_str().unwrap()]).0,
        3,
        "not empty any more"
    );
    assert_eq!(Service::start(&restored).stop(), 0);
}

#[test]
fn exit_codes_are_the_documented_ones() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let code = |words: &[&str]| run(&data, words).0;
    assert_eq!(code(&["status"]), 3, "no journal");
    assert_eq!(code(&["init"]), 0);
    assert_eq!(code(&["init"]), 3, "not empty");
    assert_eq!(code(&["sing"]), 2);
    assert_eq!(code(&["device", "add", "x", "--role", "king"]), 2);
    assert_eq!(code(&["device", "revoke", "9"]), 3, "unknown");
    assert_eq!(
        code(&["serve", "--demo-clock", "2026-11-25T08:00:00+07:00"]),
        3,
        "not a demo folder"
    );
    assert_eq!(
        code(&["serve", "--speed", "3"]),
        2,
        "a speed needs a demo clock"
    );
    let mut nowhere = xinmoi(&data, &["status"]);
    assert_eq!(
        told(nowhere.env_remove("XINMOI_DATA").output().unwrap()).0,
        2
    );
    let bytes = fs::read(data.join("journal.db")).unwrap();
    fs::write(data.join("journal.db"), &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(code(&["journal", "verify"]), 4, "damaged");
    assert_eq!(code(&["device", "list"]), 4, "damaged");
    let (_, _, message) = run(&data, &["serve"]);
    assert!(
        message.contains("damaged") && message.contains("left as it is"),
        "{message}"
    );
}

#[test]
fn a_pin_comes_from_standard_input_or_a_file_and_is_checked() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    run(&data, &["init"]);
    let add = |number: &str, pin: &str| {
        with_input(&data, &["officer", "add", number, "--name", "Hoa"], pin).0
    };
    for wrong in ["", "123\n", "1234567890123\n", "12a4\n", "１２３４\n"] {
        assert_eq!(add("1", wrong), 3, "{wrong:?}");
    }
    assert_eq!(add("1", "1234\n"), 0);
    assert_eq!(add("1", "1234\n"), 3, "the number is taken");
    let file = dir.path().join("pin");
    fs::write(&file, "13579\n").unwrap();
    let set = [
        "officer",
        "set-pin",
        "1",
        "--pin-file",
        file.to_str().unwrap(),
    ];
    assert_eq!(run(&data, &set).0, 0);
    assert_eq!(run(&data, &["officer", "forget", "1"]).0, 0);
    let (_, list, _) = run(&data, &["officer", "list"]);
    assert!(
        list.contains("forgotten") && !list.contains("Hoa"),
        "{list}"
    );
}

#[test]
fn a_board_is_given_a_screen_and_the_voice() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let centre = assets("khanh-hoa");
    run(&data, &["init"]);
    run(&data, &["centre", "adopt", centre.to_str().unwrap()]);
    let add = |name: &str, more: &[&str]| {
        let words = [&["device", "add", name, "--role", "board"], more].concat();
        run(&data, &words)
    };
    assert_eq!(add("Sảnh", &["--screen", "sanh-lon"]).0, 0);
    assert_eq!(add("Quầy 7", &["--screen", "quay", "--counter", "7"]).0, 0);
    let (code, _, message) = add("Phòng chờ", &["--screen", "phong"]);
    assert!(
        code == 3 && message.contains("phong-cho"),
        "{code} {message}"
    );
    assert_eq!(
        run(
            &data,
            &["device", "add", "K", "--role", "kiosk", "--counter", "7"]
        )
        .0,
        3
    );

    let (code, said, _) = run(&data, &["device", "speaks", "Quầy 7"]);
    assert_eq!((code, said.trim()), (0, "board 2, Quầy 7, speaks"));
    assert_eq!(run(&data, &["device", "speaks", "1"]).0, 0);
    let (_, list, _) = run(&data, &["device", "list"]);
    assert_eq!(list.matches("chosen to speak").count(), 2, "{list}");
    assert_eq!(add("Sảnh", &[]).0, 0);
    for nobody in ["Nowhere", "Sảnh"] {
        let (code, _, message) = run(&data, &["device", "speaks", nobody]);
        assert!(code == 3 && message.contains(nobody), "{code} {message}");
    }
}

#[test]
fn every_command_explains_itself() {
    let dir = tempfile::tempdir().unwrap();
    for words in [
        "--help",
        "init --help",
        "serve --help",
        "centre check --help",
        "centre adopt --help",
        "device add --help",
        "device list --help",
        "device speaks --help",
        "device revoke --help",
        "officer add --help",
        "officer set-pin --help",
        "officer list --help",
        "officer disable --help",
        "officer forget --help",
        "clock accept --help",
        "journal verify --help",
        "journal export --help",
        "backup --help",
        "restore --help",
        "status --help",
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        let (code, help, _) = run(dir.path(), &words);
        assert!(code == 0 && help.contains("Usage:"), "{words:?}: {help}");
    }
    let (_, help, _) = run(dir.path(), &["--help"]);
    assert!(help.contains("Exit codes:"), "{help}");
}
