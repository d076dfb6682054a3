//! Everything that a running sandbox knows.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use crate::{
    answer::Answer,
    fault::Rules,
    journal::Journal,
    limits::Limits,
    lists::{self, Lists},
    methods,
    oauth::Grants,
    redirect::Redirect,
    rest::{self, BATCH, Saved},
    settings::Settings,
    world::World,
};

/// Behind one lock: calls are answered one after another, so each sees a consistent portal.
#[derive(Debug, Default)]
pub(crate) struct Sandbox {
    pub(crate) settings: Settings,
    pub(crate) world: World,
    pub(crate) lists: Lists,
    pub(crate) requests: Journal,
    pub(crate) faults: Rules,
    pub(crate) limits: Limits,
    pub(crate) grants: Grants,
    pub(crate) redirect: Redirect,
    /// Where the portal was started, without a slash at the end.
    pub(crate) url: String,
    /// Answers to calls of REST 3 that may come again.
    pub(crate) saved: Saved,
    scripts: BTreeMap<String, Script>,
    executions: BTreeMap<String, usize>,
}

/// The scripted answers of one method.
#[derive(Debug, Default)]
struct Script {
    once: VecDeque<Answer>,
    always: Option<Answer>,
}

impl Script {
    fn is_empty(&self) -> bool {
        self.once.is_empty() && self.always.is_none()
    }
}

impl Sandbox {
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            requests: Journal::new(settings.kept_requests),
            limits: Limits::new(&settings),
            grants: Grants::new(settings.reusable_refresh),
            settings,
            ..Self::default()
        }
    }

    /// Where it is now.
    pub(crate) fn address(&self) -> &str {
        match &self.redirect {
            Redirect::Moved { url, .. } => url,
            Redirect::None | Redirect::Unlicensed => &self.url,
        }
    }

    /// Its first address without the scheme.
    pub(crate) fn host(&self) -> &str {
        self.url.trim_start_matches("http://")
    }

    /// The name under which a method is known: lower-cased first, then as sent.
    pub(crate) fn known_name(&self, sent: &str) -> Option<String> {
        [sent.to_lowercase(), sent.to_owned()]
            .into_iter()
            .find(|name| self.knows(name))
    }

    fn knows(&self, name: &str) -> bool {
        let scripted = self.scripts.get(name);
        name == BATCH
            || methods::find(name).is_some()
            || self.lists.knows(name)
            || scripted.is_some_and(|script| !script.is_empty())
    }

    /// Whether REST 3 knows this very name; its names are in lower case.
    pub(crate) fn knows_exactly(&self, name: &str) -> bool {
        let scripted = self.scripts.get(name);
        let lower = !name.bytes().any(|byte| byte.is_ascii_uppercase());
        rest::knows_v3(name)
            || self.lists.knows_3(name)
            || lower && scripted.is_some_and(|script| !script.is_empty())
    }

    pub(crate) fn answer(&mut self, method: &str, answer: Answer) {
        self.script(method).always = Some(answer);
    }

    pub(crate) fn answer_once(&mut self, method: &str, answer: Answer) {
        self.script(method).once.push_back(answer);
    }

    pub(crate) fn cost(&mut self, method: &str, cost: Duration) {
        self.limits.set_cost(canonical(method), cost);
    }

    fn script(&mut self, method: &str) -> &mut Script {
        self.scripts.entry(canonical(method)).or_default()
    }

    /// Counts one run of a method and gives the scripted answer, if there is one.
    pub(crate) fn begin(&mut self, name: &str) -> Option<Answer> {
        *self.executions.entry(name.to_owned()).or_default() += 1;
        let script = self.scripts.get_mut(name)?;
        script.once.pop_front().or_else(|| script.always.clone())
    }

    pub(crate) fn executions(&self, method: &str) -> usize {
        let count = self.executions.get(&canonical(method));
        count.copied().unwrap_or_default()
    }
}

/// Methods of the portal are known in lower case; others as they were first written.
fn canonical(method: &str) -> String {
    let lower = method.to_lowercase();
    if lower == BATCH || methods::find(&lower).is_some() || lists::has_shape(&lower) {
        lower
    } else {
        method.to_owned()
    }
}
