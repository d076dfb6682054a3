//! How much memory is asked for.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What may be asked for whatever comes: clients, requests, errors.
const FIXED: usize = 256 << 10;

/// What may be asked for in all, freed or not, for each byte that came: a `serde_json::Value` takes
/// hundreds of bytes for an object of seven, and growing tables are moved.
const FOR_EACH_BYTE: usize = 1_500;

/// Does the work, which takes in so many bytes, and sees that it asks for memory in proportion.
pub(super) fn bounded<T>(bytes: usize, work: impl FnOnce() -> T) -> T {
    let region = Region::new(ALLOCATOR);
    let done = work();
    let asked = region.change().bytes_allocated;
    let bound = FIXED + bytes * FOR_EACH_BYTE;
    assert!(asked <= bound, "{asked} bytes of memory for {bytes} bytes");
    done
}
