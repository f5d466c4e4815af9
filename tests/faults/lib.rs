//! The core as the package has it, and an allocator of which one allocation fails: the k-th from when it is asked to.

// Its exports are those of this module, too.
extern crate care_coverage;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU32, Ordering};

/// How many allocations there are up to the one that fails, it included; 0 where none will.
static LEFT: AtomicU32 = AtomicU32::new(0);

struct FailingAllocator;

#[global_allocator]
static ALLOCATOR: FailingAllocator = FailingAllocator;

fn fails() -> bool {
    let left = LEFT.load(Ordering::Relaxed);
    LEFT.store(left.saturating_sub(1), Ordering::Relaxed);
    left == 1
}

// SAFETY: what is not refused is the system's allocator; an allocator may refuse.
unsafe impl GlobalAlloc for FailingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if fails() { std::ptr::null_mut() } else { unsafe { System.alloc(layout) } }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if fails() { std::ptr::null_mut() } else { unsafe { System.alloc_zeroed(layout) } }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if fails() { std::ptr::null_mut() } else { unsafe { System.realloc(memory, layout, size) } }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { System.dealloc(memory, layout) }
    }
}

/// The `number`-th allocation from now fails.
#[unsafe(no_mangle)]
pub extern "C" fn fail_allocation(number: u32) {
    LEFT.store(number, Ordering::Relaxed);
}

/// How many allocations are left up to the one that fails; 0 where it has failed, or none will.
#[unsafe(no_mangle)]
pub extern "C" fn allocations_left() -> u32 {
    LEFT.load(Ordering::Relaxed)
}

/// Panics as a defect of the core would.
#[unsafe(no_mangle)]
pub extern "C" fn panic_now() {
    panic!("as a defect would");
}
