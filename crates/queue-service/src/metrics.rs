//! What Prometheus reads: commands by verb and result, how long they took, open streams, who waits.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::time::Duration;

/// What became of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something changed, or had changed under the same key before.
    Done,
    /// The rules or the permissions said no, or nobody waited.
    Refused,
    /// It could not be stored or its outcome is unknown.
    Failed,
}

impl Outcome {
    const fn label(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Command {
    verb: &'static str,
    result: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Verb {
    verb: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct View {
    view: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Service {
    service: String,
}

/// What is true only at the moment of reading.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Open streams, by kind of view.
    pub streams: Vec<(&'static str, usize)>,
    /// Waiting tickets, by service.
    pub waiting: Vec<(String, usize)>,
    /// Whether the newest batch was stored.
    pub storing: bool,
    /// Bytes of the write-ahead log.
    pub wal_bytes: u64,
}

/// The counters of one service.
#[derive(Clone)]
pub(crate) struct Metrics {
    registry: Arc<Registry>,
    commands: Family<Command, Counter>,
    seconds: Family<Verb, Histogram>,
    streams: Family<View, Gauge>,
    waiting: Family<Service, Gauge>,
    storing: Gauge,
    wal: Gauge,
}

impl Metrics {
    /// Everything at zero.
    pub fn new() -> Self {
        let commands = Family::default();
        let seconds = Family::<Verb, Histogram>::new_with_constructor(|| {
            Histogram::new(exponential_buckets(0.000_25, 2.0, 14))
        });
        let (streams, waiting) = (Family::default(), Family::default());
        let (storing, wal) = (Gauge::default(), Gauge::default());
        let mut registry = Registry::with_prefix("xinmoi");
        registry.register("commands", "Commands by verb and result", commands.clone());
        registry.register_with_unit(
            "command_duration",
            "From a command's arrival to its answer",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register("streams", "Open streams by view", streams.clone());
        registry.register("waiting", "Waiting tickets by service", waiting.clone());
        registry.register("storing", "1 while commands can be stored", storing.clone());
        registry.register_with_unit("wal", "The write-ahead log", Unit::Bytes, wal.clone());
        Self {
            registry: Arc::new(registry),
            commands,
            seconds,
            streams,
            waiting,
            storing,
            wal,
        }
    }

    /// Counts one command.
    pub fn command(&self, verb: &'static str, outcome: Outcome, took: Duration) {
        let result = outcome.label();
        self.commands.get_or_create(&Command { verb, result }).inc();
        self.seconds
            .get_or_create(&Verb { verb })
            .observe(took.as_secs_f64());
    }

    /// The text that Prometheus reads.
    pub fn text(&self, now: &Reading) -> Result<String, std::fmt::Error> {
        self.streams.clear();
        for (view, open) in &now.streams {
            self.streams
                .get_or_create(&View { view })
                .inc_by(gauge(*open));
        }
        self.waiting.clear();
        for (service, waiting) in &now.waiting {
            let label = Service {
                service: service.clone(),
            };
            self.waiting.get_or_create(&label).set(gauge(*waiting));
        }
        self.storing.set(i64::from(now.storing));
        self.wal
            .set(i64::try_from(now.wal_bytes).unwrap_or(i64::MAX));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

fn gauge(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_says_what_was_counted_and_what_is() {
        let metrics = Metrics::new();
        metrics.command("issue", Outcome::Done, Duration::from_millis(3));
        metrics.command("issue", Outcome::Refused, Duration::from_millis(1));
        let mut now = Reading {
            streams: vec![("board", 2), ("board", 1)],
            waiting: vec![("tu-phap".into(), 5)],
            storing: true,
            wal_bytes: 4096,
        };
        let text = metrics.text(&now).unwrap();
        for line in [
            "xinmoi_commands_total{verb=\"issue\",result=\"done\"} 1",
            "xinmoi_command_duration_seconds_count{verb=\"issue\"} 2",
            "xinmoi_streams{view=\"board\"} 3",
            "xinmoi_waiting{service=\"tu-phap\"} 5",
            "xinmoi_storing 1",
            "xinmoi_wal_bytes 4096",
        ] {
            assert!(text.contains(line), "{line} is missing in\n{text}");
        }
        now.streams.clear();
        assert!(
            !metrics.text(&now).unwrap().contains("view=\"board\""),
            "gone streams stay gone"
        );
    }
}
