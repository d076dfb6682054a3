//! The table of what goes wrong with a call on its way to the portal, there, and on its way back.

use b24::Outcome::{NotExecuted, Unknown};
use b24::TransportErrorKind::{Closed, Connect, Protocol, Timeout, TooLarge};
use b24_portal::Fault::{
    BadGateway, BadUtf8, ByteOrderMark, Close, DeepNesting, Drip, EmptyBody, Endless, ExpiredToken, GzipBomb,
    HeaderFlood, HtmlPage, HugeNumbers, InternalError, LengthTooLong, LengthTooShort, NotHttp,
    OperatingLimit, Overload, PhpWarning, QueryLimit, ResetAfter, ResetBefore, Silence, Stall,
    TooManyRequests, Truncated, UnannouncedClose, Unavailable, UnfinishedChunks, WrongType,
};

use crate::row::Cell::{Got, Lost};
use crate::row::Kind::{Api, Auth, Empty, NotJson, Transport};
use crate::row::Trouble::{After, Before, Of, Refused};
use crate::row::{Row, harmless, row};

/// Whoever calls: with a webhook, or as an application.
///
/// A call gets its answer or loses it, after so many executions on the portal. It is sent three times
/// at most, but where a limit is the reason until its deadline, which is after 15 minutes.
#[rustfmt::skip]
pub(crate) const ANSWERS: &[Row] = &[
    //  what goes wrong         the error of who loses the answer,   a read: the 1st  a write           a write of      within so
    //                          and what it says of the execution    attempt, or all                    REST 3          many seconds
    // Refused, before anything ran.
    row(Of(QueryLimit),         (Api, NotExecuted),                  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [5, 900]),
    row(Of(TooManyRequests),    (NotJson, NotExecuted),              [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [5, 900]),
    row(Of(OperatingLimit),     (Api, NotExecuted),                  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [61, 900]),
    row(Of(Overload),           (Api, NotExecuted),                  [[Lost(0), Lost(0)],  [Lost(0), Lost(0)],  [Lost(0), Lost(0)]], [0, 0]),
    // Nobody is there.
    row(Refused,                (Transport(Connect), NotExecuted),   [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [1, 2]),
    // Some other answer than the portal's, or its failure; nobody knows whether the method ran.
    row(Before(InternalError),  (Api, Unknown),                      [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Lost(0), Lost(0)]], [1, 2]),
    row(After(InternalError),   (Api, Unknown),                      [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Lost(1), Lost(1)]], [1, 2]),
    row(Before(BadGateway),     (NotJson, Unknown),                  [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(BadGateway),      (NotJson, Unknown),                  [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Before(Unavailable),    (NotJson, Unknown),                  [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(Unavailable),     (NotJson, Unknown),                  [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Before(HtmlPage),       (NotJson, Unknown),                  [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(HtmlPage),        (NotJson, Unknown),                  [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Before(EmptyBody),      (Empty, Unknown),                    [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(EmptyBody),       (Empty, Unknown),                    [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Before(NotHttp),        (Transport(Protocol), Unknown),      [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(NotHttp),         (Transport(Protocol), Unknown),      [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Before(Close),          (Transport(Closed), Unknown),        [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(Close),           (Transport(Closed), Unknown),        [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Before(Silence),        (Transport(Timeout), Unknown),       [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(After(Silence),         (Transport(Timeout), Unknown),       [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    // The connection breaks.
    row(Of(ResetBefore),        (Transport(Closed), Unknown),        [[Got(1), Lost(0)],   [Lost(0), Lost(0)],  [Got(1), Lost(0)]], [1, 2]),
    row(Of(ResetAfter),         (Transport(Closed), Unknown),        [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(Truncated),          (Transport(Closed), Unknown),        [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(LengthTooLong),      (Transport(Closed), Unknown),        [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(UnfinishedChunks),   (Transport(Closed), Unknown),        [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(LengthTooShort),     (NotJson, Unknown),                  [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(BadUtf8),            (NotJson, Unknown),                  [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(Stall),              (Transport(Timeout), Unknown),       [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(Drip),               (Transport(Timeout), Unknown),       [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    // More comes than anybody wants.
    row(Of(Endless),            (Transport(TooLarge), Unknown),      [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(GzipBomb),           (Transport(TooLarge), Unknown),      [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    row(Of(HeaderFlood),        (Transport(TooLarge), Unknown),      [[Got(2), Lost(3)],   [Lost(1), Lost(1)],  [Got(1), Lost(1)]], [1, 2]),
    // The answer is there, and is found.
    harmless(PhpWarning),
    harmless(ByteOrderMark),
    harmless(WrongType),
    harmless(DeepNesting),
    harmless(HugeNumbers),
    harmless(UnannouncedClose),
];

/// Refusals that mean something else to each: a webhook does not expire, whatever the portal says.
#[rustfmt::skip]
pub(crate) const TO_A_WEBHOOK: &[Row] = &[
    row(Of(ExpiredToken),       (Auth, NotExecuted),                 [[Lost(0), Lost(0)],  [Lost(0), Lost(0)],  [Lost(0), Lost(0)]], [0, 0]),
];

/// An application renews its token, once. REST 3 has one error for all that it does not like about a
/// caller, so a token that is good for long is not renewed there.
#[rustfmt::skip]
pub(crate) const TO_AN_APPLICATION: &[Row] = &[
    row(Of(ExpiredToken),       (Auth, NotExecuted),                 [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Lost(0), Lost(0)]], [0, 0]),
];
