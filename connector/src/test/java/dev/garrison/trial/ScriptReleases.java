package dev.garrison.trial;

import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.InstallScripts;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Signing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Releases of install.ps1 that a trial site's manifest trusts: each makes another version. */
public final class ScriptReleases {
  private static final String TRUSTED = "publisher: Garrison demonstration\n";

  private final TrialSite site;
  private final Path folder;
  private final Signing signing;
  private final Identity publisher;
  private final List<Path> releases = new ArrayList<>();

  /** Adds their publisher to the manifest; skips the test loudly where nothing can sign. */
  public ScriptReleases(TrialSite site) throws Exception {
    Judge.need("osslsigncode");
    this.site = site;
    this.folder = Files.createDirectories(site.folder().resolve("signing"));
    this.signing = new Signing(folder, Instant.now());
    this.publisher = signing.publisher();
    site.manifest()
        .replace(
            TRUSTED,
            TRUSTED
                + "    - certificate: signing/root.pem\n      publisher: "
                + Signing.PUBLISHER
                + "\n");
  }

  /** Puts a new release in the place of the present one. */
  public void next() throws Exception {
    Path plain = folder.resolve("release-" + (releases.size() + 1) + ".ps1");
    Files.writeString(
        plain, "# Release " + (releases.size() + 1) + "\r\n" + InstallScripts.current());
    releases.add(signing.signed(plain, publisher));
    use(releases.size());
  }

  /** Puts an earlier release back. */
  public void use(int number) throws Exception {
    Files.copy(
        releases.get(number - 1),
        site.folder().resolve("packages/install.ps1"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
