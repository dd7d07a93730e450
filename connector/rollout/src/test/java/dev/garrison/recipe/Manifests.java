package dev.garrison.recipe;

import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.payload.Packages;
import dev.garrison.share.FileSource;
import dev.garrison.survey.StagedVersions;
import dev.garrison.survey.Survey;
import dev.garrison.survey.offboarding.LeavingFacts;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small manifests and the surveys of small sites. */
final class Manifests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Manifests() {}

  /**
   * A manifest of one ring.
   *
   * @param root the last lines of the manifest itself, from line 14
   * @param ring the last lines of the ring
   */
  static ManifestResult of(String root, String ring) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages:
          installer: packages/md4ws.msi
          installScript: packages/install.ps1
          platformUpdate: packages/UpdatePlatform.exe
          onboarding: packages/WindowsDefenderATPOnboardingPackage.zip
        sampleSharing: none
        %s
        distribution: {groups: [All DPs]}
        rings:
          - name: all
            maxDevices: 50
            deadline: "+3d 22:00"
            antivirus: active
            %s
        """
            .formatted(root, ring);
    return new ManifestReader()
        .read("garrison.yaml", Path.of("/srv"), text.getBytes(StandardCharsets.UTF_8), TODAY);
  }

  static Survey survey(CollectionFact... collections) {
    return survey(List.of(), Set.of(), collections);
  }

  static Survey survey(
      List<HierarchySite> sites, Set<String> scopes, CollectionFact... collections) {
    return new Survey(
        new Site(
            new Site.Identity(
                "PS1", "9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Optional.empty(), Optional.empty()),
            sites,
            RollupState.UNKNOWN),
        new RouteDecision.Admitted(OnboardingRoute.APPLICATION, "", List.of(), List.of()),
        new RingFacts(
            new SiteCollections(List.of(collections)),
            new OurDeployments(Map.of(), Map.of(), Map.of(), Map.of()),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            EntryFacts.NONE),
        LeavingFacts.NONE,
        Set.of("All DPs"),
        scopes,
        new Packages(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            FileSource.of("onboarding.cmd", new byte[] {1}),
            Map.of(),
            List.of(),
            Map.of(),
            List.of()),
        StagedVersions.EMPTY,
        Generations.FIRST,
        List.of());
  }
}
