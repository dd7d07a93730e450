package dev.garrison.survey;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.share.FileSource;
import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares md4ws.msi in the packages with the one that Garrison's applications use. */
public final class InstallerChange {
  /**
   * @param application that points to it, by the name in the console
   */
  private record InUse(String application, FileVersion version) {}

  private final Optional<FileVersion> wanted;
  private final List<InUse> inUse;

  /**
   * @param ours the ModelNames of the manifest's applications
   */
  public InstallerChange(Survey survey, Set<String> ours) {
    this.wanted = survey.packages().installer().flatMap(FileSource::version);
    Map<SharePath, FileVersion> staged = new HashMap<>();
    for (StagedVersions.Version version : survey.shelf().versions()) {
      version.installer().ifPresent(installer -> staged.put(version.path(), installer));
    }
    this.inUse =
        survey.shelf().uses().stream()
            .filter(use -> use.latest() && ours.contains(use.modelName()))
            .filter(use -> staged.containsKey(use.path()))
            .map(use -> new InUse(use.title(), Objects.requireNonNull(staged.get(use.path()))))
            .distinct()
            .toList();
  }

  /** Error for a downgrade, which must not happen by accident. */
  public Optional<Diagnostic> downgrade(SourceLocation where) {
    return inUse.stream()
        .filter(used -> wanted.isPresent() && wanted.get().olderThan(used.version()))
        .findFirst()
        .map(used ->
            Diagnostic.error(
                SurveyCode.INSTALLER_DOWNGRADE,
                where,
                Message.of(
                    "installer.downgrade",
                    "version",
                    wanted.orElseThrow(),
                    "application",
                    used.application(),
                    "newer",
                    used.version())));
  }

  /** Remarks for the administrator before new servers get another installer. */
  public List<String> remarks() {
    return inUse.stream()
        .map(InUse::version)
        .filter(version -> wanted.isPresent() && !wanted.get().equals(version))
        .distinct()
        .map(version ->
            Text.of("installer.changes", "version", version, "wanted", wanted.orElseThrow())
                .toString())
        .toList();
  }
}
