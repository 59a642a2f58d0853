//! The thread that draws slips and hands them to the printer.

use super::inbox::Inbox;
use crate::view_model::Message;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use ticket_printer::{Cause, JobState, Printer, PrinterEvent, PrinterSettings, Slip, SlipDrawer};

/// The way to the printer. Dropped, it lets the slips that it was given come out and ends.
pub struct Printing {
    slips: Sender<(u64, Box<Slip>)>,
}

impl Printing {
    /// Starts the printer of `settings`; its news go to `inbox`. One that is not there is no error: it is told.
    ///
    /// # Errors
    /// If a thread cannot be started.
    pub fn start(settings: PrinterSettings, inbox: Inbox) -> io::Result<Self> {
        let (slips, to_draw) = channel();
        let width = settings.width;
        let news = inbox.clone();
        let printer = Printer::start(settings, move |event| news.put(Message::Printer(event)))?;
        std::thread::Builder::new()
            .name("slips".into())
            .spawn(move || {
                let mut drawer = SlipDrawer::new();
                draw_all(&to_draw, |job, slip: &Slip| {
                    if let Err(error) = printer.print(job, &drawer.draw(slip, width)) {
                        tracing::error!(%error, job, "the slip was not taken");
                        let state = JobState::Failed(Cause::Fault);
                        inbox.put(Message::Printer(PrinterEvent::Job { id: job, state }));
                    }
                });
            })?;
        Ok(Self { slips })
    }

    /// Prints a slip once, after those given before. `job` comes back with the news of it.
    pub fn print(&self, job: u64, slip: Box<Slip>) {
        if self.slips.send((job, slip)).is_err() {
            tracing::error!(job, "the slips' thread has ended");
        }
    }
}

fn draw_all(to_draw: &Receiver<(u64, Box<Slip>)>, mut draw: impl FnMut(u64, &Slip)) {
    while let Ok((job, slip)) = to_draw.recv() {
        draw(job, &slip);
    }
}
