package dev.garrison.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A manifest file that tests change line by line, as an administrator would. */
public final class TrialManifest {
  static final String CONTENT_SOURCE = "\\\\files.lab.example\\mde$";
  private final Path file;

  private TrialManifest(Path file) {
    this.file = file;
  }

  static TrialManifest write(Path file, URI provider, TrialShare share) {
    TrialManifest manifest = new TrialManifest(file);
    manifest.text(
        """
        apiVersion: garrison.dev/v1
        name: trial
        site:
          code: PS1
          providers: ["%s"]
        content:
          publishTo: "%s"
          contentSource: '%s'
        %s
        tenant:
          orgId: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2
        packages:
          installer: packages/md4ws.msi
          installScript: packages/install.ps1
          onboarding: packages/WindowsDefenderATPOnboardingScript.cmd
          trust:
            - certificate: packages/sample-root.pem
              publisher: Garrison demonstration
            - names: [Seville.Windows.com]
              root: packages/sample-onboarding-root.pem
        limitingCollection: All Servers
        distribution:
          groups: [Europe DPs]
        operatingSystems: [2012R2, 2019, 2022]
        rings:
          - name: pilot
            collections: [Pilot servers]
            maxDevices: 25
            deadline: "+3d 22:00"
            antivirus: active
        sampleSharing: none
        """
            .formatted(provider, share.publishTo(), CONTENT_SOURCE, share.account()));
    return manifest;
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** What it says. */
  public String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says something else altogether. */
  public void text(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keys of a ring that is passive beside another antivirus, which the manifest states for the
   * servers of a collection.
   */
  public static String passive(String collection) {
    return """
    antivirus: passive
        otherAntivirus: [{collection: %s, product: Fabrikam Antivirus, service: FabrikamSvc, reason: trial, owner: trial, until: 2099-12-31}]\
    """
        .formatted(collection);
  }

  /** Changes one passage, which must be there. */
  public void replace(String passage, String by) {
    String text = text();
    if (!text.contains(passage)) {
      throw new IllegalArgumentException("the manifest does not say: " + passage);
    }
    text(text.replace(passage, by));
  }
}
