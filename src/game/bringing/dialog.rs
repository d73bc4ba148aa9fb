//! The system's dialog for choosing a file, and whether there is one.

use std::path::PathBuf;

use bevy::tasks::{AsyncComputeTaskPool, Task};

/// What is said where the system has no such dialog.
pub const NONE: &str = "This system has no dialog for choosing a file. Type or paste the path of the file, or paste its text.";

/// What is said when it gave no file: it was closed, or could not be opened.
pub const NOTHING_CHOSEN: &str = "No file was chosen. If no dialog came up, type or paste the path of the file, or paste its text.";

/// Opens the dialog beside the frames, over this window where one is given.
pub fn choose(over: Option<&winit::window::Window>) -> Task<Option<PathBuf>> {
    let dialog = rfd::AsyncFileDialog::new().set_title("Bring an interview");
    let dialog = match over {
        Some(window) => dialog.set_parent(window),
        None => dialog,
    };
    let chosen = dialog.pick_file();
    AsyncComputeTaskPool::get()
        .spawn(async move { chosen.await.map(|file| file.path().to_owned()) })
}

/// Whether there is a dialog: a desktop's portal that the session's bus can start, or zenity.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn there_is_one() -> bool {
    let folders = |name: &str, otherwise: &str| -> Vec<PathBuf> {
        let set = std::env::var_os(name).filter(|value| !value.is_empty());
        std::env::split_paths(&set.unwrap_or_else(|| otherwise.into())).collect()
    };
    let home = std::env::home_dir().map(|home| home.join(".local/share")).unwrap_or_default();
    let mut data = folders("XDG_DATA_HOME", &home.display().to_string());
    data.extend(folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share"));
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|bus| !bus.is_empty())
        || folders("XDG_RUNTIME_DIR", "").iter().any(|folder| folder.join("bus").exists());
    is_in(&folders("PATH", ""), "zenity")
        || (bus && is_in(&data, "dbus-1/services/org.freedesktop.portal.Desktop.service"))
}

/// Whether there is a dialog: these systems have one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn there_is_one() -> bool {
    true
}

/// Whether files can be dropped on the window: under Wayland they do not reach it.
pub fn files_can_be_dropped() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || !(set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET"))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn is_in(folders: &[PathBuf], name: &str) -> bool {
    folders.iter().any(|folder| folder.join(name).is_file())
}
