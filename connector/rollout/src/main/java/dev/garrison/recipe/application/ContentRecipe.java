package dev.garrison.recipe.application;

import dev.garrison.content.staged.StagedContent;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.payload.OtherAntivirusFile;
import dev.garrison.payload.Packages;
import dev.garrison.payload.powershell.ScriptCode;
import dev.garrison.share.ContentFile;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.UncPath;
import dev.garrison.survey.ContentFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Content on the share: one folder per purpose, one version per set of files. There is one folder
 * per family of operating systems, and one each for the antivirus mode, for settings and for
 * offboarding.
 */
public final class ContentRecipe {
  /** Script that sets an antivirus mode; it is in a content of its own. */
  static final String MODE_SCRIPT = "Set-DefenderAntivirusMode.ps1";

  /** Script that writes sample sharing and proxies; it is in a content of its own. */
  static final String SETTINGS_SCRIPT = "Set-DefenderSettings.ps1";

  /** Script that offboards. */
  static final String OFFBOARD_SCRIPT = "Remove-DefenderForEndpoint.ps1";

  /** Scripts that are not part of the onboarding content. */
  private static final Set<String> STANDALONE =
      Set.of(MODE_SCRIPT, SETTINGS_SCRIPT, OFFBOARD_SCRIPT);

  /** Files of the content that sets an antivirus mode: it looks for another antivirus first. */
  private static final Set<String> MODE_FILES =
      Set.of(
          MODE_SCRIPT,
          "ServerActions.ps1",
          "ScriptLog.ps1",
          "ServerFacts.ps1",
          "AntivirusChecks.ps1",
          "ThirdPartyAntivirus.txt",
          OtherAntivirusFile.NAME);

  private static final Set<String> SETTINGS_FILES =
      Set.of(SETTINGS_SCRIPT, "ServerActions.ps1", "ScriptLog.ps1");

  /** Files of the content that offboards: it looks for another antivirus before Defender goes. */
  private static final Set<String> OFFBOARD_FILES =
      Set.of(
          OFFBOARD_SCRIPT,
          "ServerActions.ps1",
          "ScriptLog.ps1",
          "PendingOnboarding.ps1",
          "ServerFacts.ps1",
          "AntivirusChecks.ps1",
          "ThirdPartyAntivirus.txt",
          OtherAntivirusFile.NAME);

  private final Manifest manifest;
  private final Packages packages;

  public ContentRecipe(Manifest manifest, Packages packages) {
    this.manifest = manifest;
    this.packages = packages;
  }

  /**
   * The content of one application.
   *
   * @param version derived from the files, so that other files are another version
   * @param digest of names, sizes and digests
   */
  record Version(String folder, String version, Sha256 digest, StagedContent state) {
    Address address() {
      return StagedContent.address(folder, version);
    }
  }

  /** The content for one operating system. */
  Version of(OperatingSystem system) {
    return version(ContentFamily.of(system), files(system).stream());
  }

  /** The content that sets an antivirus mode. */
  Version ofAntivirusMode() {
    return version(ContentFamily.antivirusMode(), client(MODE_FILES));
  }

  /** The content that writes sample sharing and proxies. */
  Version ofSettings() {
    return version(ContentFamily.settings(), client(SETTINGS_FILES));
  }

  /** Whether Windows Installer cannot be kept from restarting a server by this install.ps1. */
  public boolean mayRestart() {
    return packages.warnings().stream()
        .anyMatch(warning -> warning.code() == ScriptCode.INSTALL_CALL_UNKNOWN);
  }

  /** Arguments by which the script checks the installer before it runs it as SYSTEM. */
  String installerHashes() {
    return hash(" -InstallScriptHash ", packages.installScript())
        + hash(" -InstallerHash ", packages.installer());
  }

  private static String hash(String parameter, Optional<FileSource> file) {
    return file.map(found -> parameter + found.file().sha256().hex().toUpperCase(Locale.ROOT))
        .orElse("");
  }

  private Stream<FileSource> client(Set<String> names) {
    return packages.client().stream().filter(file -> names.contains(file.file().name()));
  }

  /** The content that offboards. */
  Version ofOffboarding(Packages.Offboarding found) {
    return version(
        ContentFamily.offboarding(),
        Stream.concat(client(OFFBOARD_FILES), Stream.of(found.blob())));
  }

  private Version version(ContentFamily family, Stream<FileSource> sources) {
    List<ContentFile> files = sources.map(FileSource::file).toList();
    StagedContent state = new StagedContent(manifest.name(), files);
    Sha256 digest =
        Sha256.of(
            state.files().stream()
                .map(file -> file.name() + " " + file.size() + " " + file.sha256())
                .collect(Collectors.joining("\n")));
    return new Version(family.folder(), digest.shortForm(), digest, state);
  }

  private static boolean onboards(FileSource file) {
    return !STANDALONE.contains(file.file().name());
  }

  /** A version in the form that an application holds. */
  Content content(Identifiers identifiers, Version version) {
    String location = location(version);
    return Content.downloaded(
        identifiers.content(version.digest(), location),
        location,
        version.state().files().stream()
            .map(file -> new Content.ContentFile(file.name(), file.size()))
            .toList());
  }

  /** Path for the site server: a UNC path that ends in a backslash. */
  private String location(Version version) {
    SharePath below = SharePath.of(version.folder() + "/" + version.version());
    return UncPath.parse(manifest.content().contentSource()).join(below) + "\\";
  }

  /** Every version that an application for an operating system will point to. */
  public List<Wanted<?>> wanted() {
    Map<Address, Wanted<?>> wanted = new LinkedHashMap<>();
    for (OperatingSystem system : manifest.operatingSystems()) {
      Version version = of(system);
      wanted.put(version.address(), Wanted.present(version.address(), version.state()));
    }
    return List.copyOf(wanted.values());
  }

  /** The files for one operating system. */
  private List<FileSource> files(OperatingSystem system) {
    List<FileSource> files = new ArrayList<>();
    packages.client().stream().filter(ContentRecipe::onboards).forEach(files::add);
    files.add(packages.onboarding());
    if (system.needsInstaller()) {
      Stream.of(packages.installer(), packages.installScript())
          .flatMap(Optional::stream)
          .forEach(files::add);
    }
    if (system.needsPlatformUpdate()) {
      packages.platformUpdate().ifPresent(files::add);
    }
    return files;
  }
}
