//! The requests of a walk.

use serde::Serialize;

use crate::batch::Node;
use crate::client::{Client, Request};
use crate::decode::Opened;
use crate::encode;
use crate::error::Error;
use crate::method::{Api, Effect, Method};
use crate::pace::Runs;
use crate::secret::{Secret, blot};

/// Sends what a walk asks for, without the types of its method.
#[derive(Debug)]
pub(super) struct Sender<'c> {
    pub(super) client: &'c Client,
    pub(super) method: &'static str,
    pub(super) api: Api,
    effect: Effect,
}

impl<'c> Sender<'c> {
    pub(super) fn of<M: Method + ?Sized>(client: &'c Client) -> Self {
        Self {
            client,
            method: M::NAME,
            api: M::API,
            effect: M::EFFECT,
        }
    }

    /// Blots out all secrets; `None` where those of the parameters are not known.
    pub(super) fn scrub(&self, secrets: Option<&[Secret]>, text: &str) -> String {
        blot(secrets, &self.client.scrub(text))
    }

    pub(super) fn call(&self, parameters: &Node, secrets: Option<&[Secret]>) -> Result<Opened, Error> {
        self.send(self.api, self.method, &[], parameters, secrets)
    }

    /// So many commands of the classic API.
    pub(super) fn batch<B: Serialize>(
        &self,
        commands: usize,
        body: &B,
        secrets: Option<&[Secret]>,
    ) -> Result<Opened, Error> {
        let runs = Runs {
            method: self.method,
            count: u32::try_from(commands).unwrap_or(u32::MAX),
        };
        self.send(Api::V2, "batch", &[runs], body, secrets)
    }

    fn send<B: Serialize>(
        &self,
        api: Api,
        method: &str,
        within: &[Runs<'_>],
        body: &B,
        secrets: Option<&[Secret]>,
    ) -> Result<Opened, Error> {
        let scrub = |text: &str| self.scrub(secrets, text);
        let request = Request {
            api,
            method,
            effect: self.effect,
            within,
            body: &|token| encode::body(method, body, token, &scrub),
            scrub: &scrub,
            secrets: &|| secrets.map(<[Secret]>::to_vec),
        };
        self.client.request(&request).map(|(opened, _)| opened)
    }
}
