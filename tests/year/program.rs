//! The program that calls a portal for a year, and what befalls it.

use std::time::Duration;

use b24::retry::Retry;
use b24::{
    Application, AuthorizationServer, Client, MemoryStore, Outcome, Pace, TokenStore as _, Tokens,
    UreqTransport,
};
use b24_portal::{Portal, TurnedClock};

use crate::books::{Books, Told};
use crate::dice::Dice;
use crate::refusals::Refusals;
use crate::renewals::Renewals;
use crate::turned::Turned;
use crate::weather;
use crate::work::Work;

const MINUTE: Duration = Duration::from_mins(1);

pub(crate) struct Program {
    dice: Dice,
    pub(crate) clock: TurnedClock,
    pub(crate) portal: Portal,
    client: Client,
    /// Another program at the same address, which keeps no pace.
    neighbour: Client,
    pub(crate) renewals: Renewals,
    pub(crate) refusals: Refusals,
    pub(crate) books: Books,
    /// Tells the calls apart.
    number: u64,
    /// When an outage of the portal is over.
    opens: Duration,
    /// Whether the last call may have left a connection behind that is good for nothing.
    rough: bool,
    /// Renewals whose answer was lost.
    pub(crate) lost_renewals: usize,
}

impl Program {
    pub(crate) fn new(seed: u64) -> Self {
        let clock = TurnedClock::new();
        let portal = Portal::builder()
            .clock(&clock)
            .keep_requests(10)
            .lenient_rotation()
            .start()
            .unwrap();
        Work::teach(&portal);
        let hand = Turned(clock.clone());
        let neighbour = Client::builder()
            .webhook(portal.webhook())
            .clock(hand.clone())
            .pace(Pace::unlimited())
            .retry(Retry::never())
            .transport(transport());
        let neighbour = neighbour.build().unwrap();
        let renewals = Renewals::new(hand.clone());
        Self {
            dice: Dice::new(seed),
            client: client(&portal, hand, renewals.clone()),
            clock,
            portal,
            neighbour,
            renewals,
            refusals: Refusals::default(),
            books: Books::default(),
            number: 0,
            opens: Duration::ZERO,
            rough: false,
            lost_renewals: 0,
        }
    }

    /// Nothing at night, and a few spells of work by day.
    pub(crate) fn day(&mut self) {
        let morning = self.clock.now() + MINUTE * 60 * 24;
        for _ in 0..2 + self.dice.roll(2) {
            self.pass(180);
            match self.dice.roll(30) {
                0 => self.visit(),
                1 | 2 => {
                    let outage = Duration::from_secs(1) * u32::try_from(1 + self.dice.roll(300)).unwrap();
                    self.portal.close_for(outage).unwrap();
                    self.opens = self.clock.now() + outage;
                    // Its connections were closed.
                    self.rough = true;
                }
                _ => {}
            }
            match self.dice.roll(6) {
                0 => self.burst(),
                1 | 2 => self.heavy(),
                _ => self.trickle(),
            }
        }
        self.pass_until(morning);
    }

    /// The portal gets another name, and leads there from the old one.
    pub(crate) fn rename(&mut self) {
        self.portal.rename().unwrap();
    }

    /// Up to so many minutes.
    fn pass(&mut self, minutes: usize) {
        let minutes = self.dice.roll(minutes);
        self.clock.advance(MINUTE * u32::try_from(minutes).unwrap());
    }

    fn pass_until(&mut self, time: Duration) {
        self.clock.advance(time.saturating_sub(self.clock.now()));
    }

    /// The neighbour calls until the portal has enough.
    fn visit(&mut self) {
        let refusals = self.portal.refusals();
        while self.portal.refusals() == refusals {
            // The first of them may find that its connection was closed in an outage.
            let _ = self.neighbour.call_raw("server.time", &());
        }
        self.refusals.crowd(&self.portal);
    }

    /// More than the portal takes at once.
    fn burst(&mut self) {
        for _ in 0..52 + self.dice.roll(12) {
            let work = Work::LIGHT[self.dice.roll(4)];
            self.call(work);
        }
    }

    /// More of a method than it may compute.
    fn heavy(&mut self) {
        let work = Work::HEAVY[self.dice.roll(3)];
        for _ in 0..6 + self.dice.roll(8) {
            self.call(work);
        }
    }

    fn trickle(&mut self) {
        for _ in 0..6 {
            let work = Work::ALL[self.dice.roll(7)];
            self.call(work);
            self.pass(20);
        }
    }

    fn call(&mut self, work: Work) {
        self.number += 1;
        let away = self.clock.now() < self.opens;
        let struck = self.strike(work);
        let (before, faults) = (self.portal.executions(work.method()), self.portal.faults());
        let told = work
            .call(&self.client, self.number)
            .map_err(|error| Told::of(&error));
        let executions = self.portal.executions(work.method()) - before;
        self.books.enter(work, &told, executions);
        if let Some(rule) = &struck
            && rule.of_renewal
        {
            self.lost_renewals += usize::from(rule.runs) * (self.portal.faults() - faults);
            let not_sent = |told: &Told| told.outcome == Outcome::NotExecuted;
            assert!(
                self.rough || away || told.as_ref().err().is_none_or(not_sent),
                "without a token: {told:?}"
            );
        }
        self.portal.clear_faults();
        let rough = away || struck.is_some();
        let rough = std::mem::replace(&mut self.rough, rough) || rough;
        assert!(rough || told.is_ok(), "{work:?} on a calm day: {told:?}");
        self.refusals
            .after(&self.portal, work.method(), rough, self.clock.now());
    }

    /// Lets something go wrong with the next call, at times.
    fn strike(&mut self, work: Work) -> Option<Struck> {
        // Rolled for every call: what happens later depends on the seed alone.
        let (renewal, call) = (
            weather::of_renewal(&mut self.dice),
            weather::of_call(&mut self.dice, work),
        );
        let of_renewal = self.dice.roll(8) == 0 && self.renewals.is_due();
        let of_call = self.dice.roll(16) == 0;
        let rule = match (of_renewal, of_call) {
            (true, _) => renewal,
            (false, true) => call,
            (false, false) => return None,
        };
        let runs = rule.runs();
        self.portal.inject(rule);
        Some(Struck { of_renewal, runs })
    }
}

/// What was let go wrong.
struct Struck {
    of_renewal: bool,
    /// Whether what it strikes is done all the same.
    runs: bool,
}

/// With small buffers: how much memory is in use shall not depend on how many connections there are.
fn transport() -> UreqTransport {
    let agent = ureq::Agent::config_builder()
        .input_buffer_size(8 << 10)
        .output_buffer_size(8 << 10);
    UreqTransport::new(agent.build().new_agent())
}

/// The application of this portal, which is its own authorization server.
pub(crate) fn application(portal: &Portal) -> Application {
    let known = portal.application();
    let application = Application::new(&known.client_id, &known.client_secret).unwrap();
    let server = AuthorizationServer::Custom(portal.url().to_owned());
    application.server(server).unwrap()
}

/// The client of an application; nothing is set but what the test needs.
fn client(portal: &Portal, hand: Turned, renewals: Renewals) -> Client {
    let store = MemoryStore::default();
    store.save(&Tokens::from_json(&portal.tokens()).unwrap()).unwrap();
    Client::builder()
        .transport(transport())
        .oauth(application(portal), store)
        .clock(hand)
        .observer(renewals)
        .max_answer_size(1 << 16) // an answer without an end is over sooner
        .build()
        .unwrap()
}
