package dev.garrison.trial;

import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.InstallScripts;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Signing;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Releases of packages that a trial site's manifest trusts: each makes another version. */
public final class Releases {
  private static final String TRUSTED = "publisher: Garrison demonstration\n";

  private static final Duration CERTIFIED = Duration.ofDays(300);

  private final TrialSite site;
  private final Path folder;
  private final Signing signing;
  private final Identity publisher;
  private final List<Path> releases = new ArrayList<>();

  /** Adds their publisher to the manifest; skips the test loudly where nothing can sign. */
  public Releases(TrialSite site) throws Exception {
    Judge.need("osslsigncode", "msibuild");
    this.site = site;
    this.folder = Files.createDirectories(site.folder().resolve("signing"));
    this.signing = new Signing(folder, TrialSite.START);
    this.publisher =
        signing
            .authority()
            .certify(Signing.PUBLISHER, Use.CODE, TrialSite.START.minus(CERTIFIED), 700);
    site.manifest()
        .replace(
            TRUSTED,
            TRUSTED
                + "    - certificate: signing/root.pem\n      publisher: "
                + Signing.PUBLISHER
                + "\n");
  }

  /** Puts a new install.ps1 in the place of the present one. */
  public void nextScript() throws Exception {
    Path plain = folder.resolve("release-" + (releases.size() + 1) + ".ps1");
    Files.writeString(
        plain, "# Release " + (releases.size() + 1) + "\r\n" + InstallScripts.current());
    releases.add(signing.signed(plain, publisher));
    useScript(releases.size());
  }

  /** Puts an earlier install.ps1 back. */
  public void useScript(int number) throws Exception {
    use("install.ps1", releases.get(number - 1));
  }

  /** Puts an md4ws.msi of this version, signed at that time, in the place of the present one. */
  public void useInstaller(String version, Instant signed) throws Exception {
    use("md4ws.msi", installer(version, signed));
  }

  /** An md4ws.msi of this version, signed at that time. */
  public Path installer(String version, Instant signed) throws Exception {
    Path plain = folder.resolve("md4ws-" + version + ".msi");
    try (InputStream sample =
        Objects.requireNonNull(
            Releases.class.getResourceAsStream("/dev/garrison/demo/md4ws.msi"))) {
      Files.copy(sample, plain, StandardCopyOption.REPLACE_EXISTING);
    }
    new Judge(folder)
        .run(
            "msibuild",
            plain.toString(),
            "-q",
            "UPDATE File SET Version='%s' WHERE File='MPCLIENT.DLL'".formatted(version));
    return signing.signed(plain, publisher, signing.stamped(signed));
  }

  private void use(String name, Path release) throws Exception {
    Files.copy(
        release, site.folder().resolve("packages/" + name), StandardCopyOption.REPLACE_EXISTING);
  }
}
