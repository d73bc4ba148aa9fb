//! Whether a window can be shown here: asked before anything is opened, so that what is missing gets a sentence.

/// What is missing, and what helps.
const NO_DRIVER: &str = if cfg!(target_vendor = "apple") {
    "this Mac offers no graphics through Metal, so no window can be drawn; macOS 10.13 or later on a Mac of 2012 or \
     later has it, a virtual machine often has not"
} else if cfg!(windows) {
    "no graphics driver for DirectX 12 or Vulkan was found, so no window can be drawn; install the newest driver of the \
     graphics card from its maker, or let Windows Update do it"
} else {
    "no graphics driver for Vulkan was found, so no window can be drawn; install one \
     (on Debian and Ubuntu: mesa-vulkan-drivers)"
};

/// Looks for a display and for a graphics driver.
///
/// # Errors
/// What is missing and what to do about it, in one sentence.
pub fn window_possible() -> Result<(), String> {
    display()?;
    if graphics_driver() { Ok(()) } else { Err(NO_DRIVER.to_owned()) }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn display() -> Result<(), String> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("DISPLAY") || set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET") {
        return Ok(());
    }
    Err("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown; \
         start it from a desktop session"
        .to_owned())
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn display() -> Result<(), String> {
    Ok(())
}

/// Whether the system has a driver that Bevy can draw with.
pub fn graphics_driver() -> bool {
    !drivers().is_empty()
}

/// What the system can draw with, by name.
pub fn drivers() -> Vec<String> {
    let instance = wgpu::Instance::new(wgpu::InstanceDescriptor {
        backends: wgpu::Backends::PRIMARY,
        ..wgpu::InstanceDescriptor::new_without_display_handle()
    });
    let adapters = instance.enumerate_adapters(wgpu::Backends::PRIMARY);
    let adapters = bevy::tasks::block_on(adapters);
    adapters.iter().map(|adapter| adapter.get_info().name).collect()
}
