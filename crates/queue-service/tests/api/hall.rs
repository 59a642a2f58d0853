//! A small hall: a service in this process on a folder of its own, and its devices.

use chrono::DateTime;
use queue_protocol::{IDEMPOTENCY_KEY, Permission, Problem, ProblemCode, Role};
use queue_service::centre::Document;
use queue_service::journal::{DataFolder, Journal};
use queue_service::writer::{AdminAnswer, AdminOrder, NewDevice, NewOfficer, Scribe};
use queue_service::{Config, Running};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

/// A Wednesday morning while numbers are issued.
pub const MORNING: &str = "2026-11-25T08:42:00+07:00";
/// Every officer's PIN: long enough not to turn up by chance where it must not.
pub const PIN: &str = "73190846";
/// Officer 100 + counter sits at that counter; this one may do everything.
pub const CHIEF: u32 = 101;
/// The counters of the crowd, all serving `dong-nguoi`.
pub const CROWD: std::ops::RangeInclusive<u16> = 11..=34;

/// A running hall. Its folder goes with it.
pub struct Hall {
    pub folder: TempDir,
    pub running: Running,
    pub ids: BTreeMap<String, u32>,
    http: reqwest::Client,
}

impl Hall {
    /// The hall on its first morning.
    pub async fn open() -> Self {
        Self::open_at(MORNING).await
    }

    /// The hall on its first day, at some time.
    pub async fn open_at(time: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        found(folder.path());
        let running = start(folder.path(), time).await;
        let mut ids = BTreeMap::new();
        let mut devices = vec![
            ("kiosk", Role::Kiosk, None, None),
            ("other-kiosk", Role::Kiosk, None, None),
            ("board", Role::Board, None, None),
            ("board-a", Role::Board, Some("a"), None),
            ("other-board-a", Role::Board, Some("a"), None),
            ("manager", Role::Manager, None, None),
            ("inspector", Role::Inspector, None, None),
            ("spare-counter", Role::Counter, None, None),
        ];
        let counters: Vec<(u16, String)> = (1..=4)
            .chain(CROWD)
            .map(|n| (n, format!("counter-{n}")))
            .collect();
        devices.extend(
            counters
                .iter()
                .map(|(n, name)| (&**name, Role::Counter, None, Some(*n))),
        );
        for (name, role, zone, counter) in devices {
            let device = NewDevice {
                name: name.to_owned(),
                role,
                zone: zone.map(str::to_owned),
                counter,
                screen: (name == "board-a").then(|| "lobby".to_owned()),
                token: Sha256::digest(token(name)).into(),
            };
            match running.writer().admin(AdminOrder::AddDevice(device)).await {
                Ok(AdminAnswer::DeviceAdded { device }) => ids.insert(name.to_owned(), device),
                other => panic!("{name}: {other:?}"),
            };
        }
        for number in (1..=4).chain(CROWD).map(|n| 100 + u32::from(n)) {
            let may = if number == CHIEF {
                Permission::ALL
            } else {
                &[]
            };
            let officer = NewOfficer {
                number,
                name: format!("Nguyễn Thị {number}"),
                pin_hash: cheap_hash(PIN),
                may: BTreeSet::from_iter(may.iter().copied()),
            };
            running
                .writer()
                .admin(AdminOrder::AddOfficer(officer))
                .await
                .unwrap();
        }
        Self {
            folder,
            running,
            ids,
            http: reqwest::Client::new(),
        }
    }

    /// The same folder started again, at another time.
    pub async fn reopen_at(self, time: &str) -> Self {
        self.running.stop().await;
        let running = start(self.folder.path(), time).await;
        Self { running, ..self }
    }

    /// A device by the name it was registered under; an unknown name gives an unknown token.
    pub fn device(&self, name: &str) -> Device {
        Device {
            base: self.base(),
            token: Some(token(name)),
            http: self.http.clone(),
        }
    }

    /// Nobody: no token at all.
    pub fn nobody(&self) -> Device {
        Device {
            base: self.base(),
            token: None,
            http: self.http.clone(),
        }
    }

    /// The device of a counter, without opening it.
    pub fn counter(&self, number: u16) -> Device {
        self.device(&format!("counter-{number}"))
    }

    /// The device of a counter, opened by the counter's own officer.
    pub async fn opened(&self, number: u16) -> Device {
        let device = self.counter(number);
        device
            .post(
                &format!("/counters/{number}/open"),
                signed_in(100 + u32::from(number)),
            )
            .await
            .ok();
        device
    }

    /// Issues a number at the kiosk and gives it.
    pub async fn issue(&self, service: &str) -> String {
        let ticket = self
            .device("kiosk")
            .post("/tickets", wish(service))
            .await
            .ok();
        ticket["ticket"]["number"].as_str().unwrap().to_owned()
    }

    fn base(&self) -> String {
        format!("http://{}", self.running.addr)
    }
}

/// The body that takes a number of `service` without priority.
pub fn wish(service: &str) -> Value {
    let purpose = if service == "ket-qua" {
        "collect"
    } else {
        "submit"
    };
    json!({ "service": service, "purpose": purpose })
}

/// The body that opens a counter.
pub fn signed_in(officer: u32) -> Value {
    json!({ "officer": officer, "pin": PIN })
}

/// The token of the device called `name`.
pub fn token(name: &str) -> String {
    format!("token-of-{name}")
}

async fn start(folder: &Path, time: &str) -> Running {
    let time = DateTime::parse_from_rfc3339(time).unwrap();
    let config = Config {
        listen: ([127, 0, 0, 1], 0).into(),
        demo_clock: Some((time, 1.0)),
        ..Config::new(folder)
    };
    queue_service::start(config).await.unwrap()
}

/// A demo folder with the centre of `tests/api/centre` and 24 more counters for the crowd.
fn found(folder: &Path) {
    let centre = Document::from_files(files()).unwrap();
    let folder = DataFolder::new(folder);
    Journal::create(&folder, true).unwrap();
    let document = centre.stored().to_owned();
    let adopt = AdminOrder::AdoptCentre {
        document,
        from_tomorrow: false,
    };
    Scribe::open_idle(&folder)
        .unwrap()
        .administer(adopt)
        .unwrap();
}

/// The files of that centre by name.
pub fn files() -> BTreeMap<String, Vec<u8>> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/api/centre");
    let mut files = BTreeMap::new();
    for folder in ["", "screens/"] {
        for entry in std::fs::read_dir(source.join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                let name = format!("{folder}{}", entry.file_name().to_str().unwrap());
                files.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    let counters = files.get_mut("counters.toml").unwrap();
    counters.extend(CROWD.flat_map(crowd_counter));
    files
}

fn crowd_counter(number: u16) -> Vec<u8> {
    format!(
        "\n[[counters]]\nnumber = {number}\nzone = \"b\"\nname = {{ vi = \"Đông người\", en = \"Crowd\" }}\n\
         serves = [\"dong-nguoi\"]\nagencies = []\n"
    )
    .into_bytes()
}

/// A hash that costs next to nothing to check.
fn cheap_hash(pin: &str) -> String {
    use argon2::password_hash::PasswordHasher as _;
    let costs = argon2::Params::new(8, 1, 1, None).unwrap();
    let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, costs);
    argon2.hash_password(pin.as_bytes()).unwrap().to_string()
}

/// One device's side of the wire.
#[derive(Clone)]
pub struct Device {
    pub base: String,
    pub token: Option<String>,
    pub http: reqwest::Client,
}

impl Device {
    /// A command under a key of its own.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        static KEYS: AtomicU64 = AtomicU64::new(0);
        let key = format!("key-{}", KEYS.fetch_add(1, Ordering::Relaxed));
        self.post_under(&key, path, body).await
    }

    /// A command under a chosen key.
    pub async fn post_under(&self, key: &str, path: &str, body: Value) -> Answer {
        let request = self
            .request(reqwest::Method::POST, path)
            .header(IDEMPOTENCY_KEY, key);
        let request = request
            .header(CONTENT_TYPE, "application/json")
            .body(body.to_string());
        Answer::of(request).await
    }

    /// A question.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(reqwest::Method::GET, path)).await
    }

    /// A request yet to be completed.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        let request = self
            .http
            .request(method, format!("{}/api/v1{path}", self.base));
        match &self.token {
            Some(token) => request.header(AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        }
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    /// Sends a request and reads the whole answer.
    pub async fn of(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self {
            status,
            headers,
            text: response.text().await.unwrap(),
        }
    }

    /// The body of a success.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!((200..300).contains(&self.status), "{self:?}");
        if self.text.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&self.text).unwrap()
        }
    }

    /// The problem of a refusal, which must be `code` in its proper dress.
    #[track_caller]
    pub fn refused(&self, code: ProblemCode) -> Problem {
        let kind = self
            .headers
            .get(CONTENT_TYPE)
            .map(|kind| kind.to_str().unwrap());
        assert_eq!(kind, Some("application/problem+json"), "{self:?}");
        let problem: Problem = serde_json::from_str(&self.text).unwrap();
        assert_eq!(problem.code, code, "{self:?}");
        assert_eq!(
            (self.status, problem.status),
            (code.status(), code.status()),
            "{self:?}"
        );
        assert_eq!(
            problem.kind,
            format!("urn:xinmoi:problem:{}", code.as_str())
        );
        assert!(!problem.detail.is_empty());
        problem
    }
}
