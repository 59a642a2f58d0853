//! Nine of ten wait no longer than the cautious estimate: tried on random halls.

use crate::hall::{Hall, at, open};
use crate::plan::{self, MONDAY};
use queue_core::{Catalogue, CounterNo, forecast};

const VISIT_S: f64 = 600.0;
const TRIALS: usize = 400;

/// A small generator of uniform numbers (`splitmix64`), the same in every run.
struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn waiting_s(&mut self, mean_s: f64) -> f64 {
        -mean_s * (1.0 - self.unit()).ln()
    }

    /// A visit: Weibull of shape 1.26, whose deviation is 0.8 of its mean.
    fn visit_s(&mut self) -> f64 {
        VISIT_S / 0.929 * (-(1.0 - self.unit()).ln()).powf(1.0 / 1.26)
    }
}

fn hall(counters: u16, waiting: usize, priority_percent: u8) -> Hall {
    let mut catalogue: Catalogue = plan::catalogue();
    catalogue.settings.expected_priority_percent = priority_percent;
    catalogue.counters = (1..=counters)
        .map(|n| (CounterNo(n), plan::counter(n, &["justice"], &[])))
        .collect();
    let mut hall = Hall::of(catalogue, MONDAY, "13:30");
    for counter in 1..=counters {
        hall.accept(at(counter), &open(counter));
    }
    for _ in 0..waiting {
        hall.visitor("justice");
    }
    hall
}

/// The waits of those who wait now, when visits vary and priority visitors (with an hour's head
/// start) take their share of the counters.
fn waits(dice: &mut Dice, counters: usize, waiting: usize, priority: f64) -> Vec<f64> {
    let mut free = vec![0.0_f64; counters];
    let every_s = VISIT_S / counters as f64 / priority;
    let mut arrival_s = dice.waiting_s(every_s);
    let mut waits = Vec::new();
    while waits.len() < waiting {
        let next = free.iter_mut().min_by(|a, b| a.total_cmp(b)).unwrap();
        if arrival_s <= *next && arrival_s < 3600.0 {
            arrival_s += dice.waiting_s(every_s);
        } else {
            waits.push(*next);
        }
        *next += dice.visit_s();
    }
    waits
}

fn share_within(counters: u16, waiting: usize, priority_percent: u8) -> f64 {
    let hall = hall(counters, waiting, priority_percent);
    let forecast = forecast(&hall.centre, hall.now);
    let cautious: Vec<f64> = hall
        .centre
        .tickets
        .keys()
        .map(|id| forecast.ticket(*id).unwrap().cautious_s.into())
        .collect();
    let mut dice = Dice(20_261_121);
    let mut within = 0;
    for _ in 0..TRIALS {
        let priority = f64::from(priority_percent) / 100.0;
        let waits = waits(&mut dice, counters.into(), waiting, priority);
        within += waits
            .iter()
            .zip(&cautious)
            .filter(|(wait, most)| wait <= most)
            .count();
    }
    within as f64 / (TRIALS * waiting) as f64
}

#[test]
fn nine_of_ten_wait_no_longer() {
    for (counters, waiting, priority_percent) in
        [(1, 5, 0), (1, 20, 10), (2, 20, 0), (3, 40, 10), (5, 60, 25)]
    {
        let share = share_within(counters, waiting, priority_percent);
        assert!(
            (0.85..=0.97).contains(&share),
            "{counters} counters, {waiting} waiting, {priority_percent} %: {share:.3}"
        );
    }
}
