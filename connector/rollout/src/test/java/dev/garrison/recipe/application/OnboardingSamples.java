package dev.garrison.recipe.application;

import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.payload.Packages;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.share.FileSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small manifest with all packages, and the applications that are made of it. */
final class OnboardingSamples {
  static final Scope SCOPE = new Scope("9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Generations.FIRST);
  static final String WORKSPACE = "7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90";
  static final Packages PACKAGES =
      new Packages(
          Optional.of(FileSource.of("md4ws.msi", new byte[] {1})),
          Optional.of(FileSource.of("install.ps1", new byte[] {2})),
          Optional.of(FileSource.of("UpdatePlatform.exe", new byte[] {3})),
          FileSource.of("WindowsDefenderATP.onboarding", new byte[] {4}),
          Map.of(),
          List.of(
              FileSource.of("AntivirusChecks.ps1", new byte[] {12}),
              FileSource.of("Install-DefenderForEndpoint.ps1", new byte[] {5}),
              FileSource.of("PendingOnboarding.ps1", new byte[] {16}),
              FileSource.of("ReadinessChecks.ps1", new byte[] {6}),
              FileSource.of("ScriptLog.ps1", new byte[] {17}),
              FileSource.of("ServerActions.ps1", new byte[] {7}),
              FileSource.of("ServerFacts.ps1", new byte[] {13}),
              FileSource.of("ThirdPartyAntivirus.txt", new byte[] {14}),
              FileSource.of("Set-DefenderAntivirusMode.ps1", new byte[] {8}),
              FileSource.of("Set-DefenderSettings.ps1", new byte[] {9}),
              FileSource.of("Remove-DefenderForEndpoint.ps1", new byte[] {10})),
          Map.of(),
          List.of());

  static Manifest manifest(String root, String ring) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site: {code: PS1, providers: [https://cm01.contoso.example/AdminService]}
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/on.zip, installer: packages/md4ws.msi, installScript: packages/install.ps1, platformUpdate: packages/UpdatePlatform.exe}
        operatingSystems: [2012R2, 2016, 2019, 2022, 2025]
        limitingCollection: All Servers
        distribution: {groups: [All DPs]}
        rings:
          - {name: r, collections: [Servers], maxDevices: 500, deadline: "+3d 22:00"%s}
        %s
        """
            .formatted(ring, root);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  static Manifest plain() {
    return manifest("sampleSharing: none", ", antivirus: active");
  }

  static ApplicationRecipe applications(Manifest manifest) {
    return applications(manifest, PACKAGES);
  }

  static ApplicationRecipe applications(Manifest manifest, Packages packages) {
    ContentRecipe content = new ContentRecipe(manifest, packages);
    return new ApplicationRecipe(
        manifest,
        new Mark("small"),
        content,
        new AntivirusModeRecipe(
            new Mark("small"), content, SCOPE, new AntivirusModes(manifest, Set.of(), Set.of())),
        SCOPE);
  }

  static Application application(Manifest manifest, OperatingSystem system) {
    return applications(manifest).application(system, manifest.rings().getFirst());
  }

  private OnboardingSamples() {}
}
