package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.placement.RootFolders;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.util.List;

/** Checks the console folder of the manifest; a missing one is created, so it may be mistyped. */
final class FolderCheck {
  private FolderCheck() {}

  static Outcome of(String folder, RootFolders folders) {
    return folders
        .meantBy(folder)
        .<Outcome>map(nearest ->
            Outcome.of(
                Outcome.NONE,
                List.of(
                    Diagnostic.warning(
                        ProbeCode.FOLDER_NOT_THERE,
                        Message.of("probe-folder.meant", "folder", folder, "nearest", nearest)))))
        .orElseGet(() ->
            new Outcome.Passed(
                Text.of(
                    folders.has(folder) ? "probe-folder.exists" : "probe-folder.created",
                    "folder",
                    folder)));
  }
}
