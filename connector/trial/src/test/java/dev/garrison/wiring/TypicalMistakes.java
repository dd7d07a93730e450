package dev.garrison.wiring;

import static dev.garrison.wiring.TypicalMistake.planned;
import static dev.garrison.wiring.TypicalMistake.written;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes that administrators make, from the first manifest to the second person at work. */
final class TypicalMistakes {
  private static final String PLAN = "plan --manifest MANIFEST --out FOLDER/plan.json";
  private static final String APPLY = "apply --manifest MANIFEST --yes FOLDER/plan.json";

  private TypicalMistakes() {}

  static Stream<TypicalMistake> all() {
    return Stream.of(typing(), values(), files(), site(), runs()).flatMap(List::stream);
  }

  /** How the manifest is typed. */
  private static List<TypicalMistake> typing() {
    return List.of(
        written("a-tab-indents", "  code: PS1", "\tcode: PS1"),
        written("a-line-is-indented-wrongly", "    collections: [Pilot", "   collections: [Pilot"),
        written("a-key-is-mistyped", "maxDevices: 25", "maxDevice: 25"),
        written("a-key-is-there-twice", "  code: PS1", "  code: PS1\n  code: PS2"),
        written("a-key-is-missing", "    maxDevices: 25\n", ""),
        written("a-colon-has-no-space", "antivirus: active", "antivirus:active"),
        written("a-quote-is-open", "\"+3d 22:00\"", "\"+3d 22:00"),
        written(
            "a-windows-path-in-double-quotes",
            "'\\\\files.lab.example\\mde$'",
            "\"\\\\files.lab.example\\mde$\""),
        written("a-list-is-a-word", "[2012R2, 2019, 2022]", "2019"),
        planned("the-file-is-empty", site -> site.manifest().text("")),
        planned("the-file-is-shift-jis", TypicalMistakes::shiftJis));
  }

  private static void shiftJis(TrialSite site) throws IOException {
    Files.write(
        site.manifest().file(),
        site.manifest().text().replace("Pilot", "試験").getBytes(Charset.forName("windows-31j")));
  }

  /** What the manifest says. */
  private static List<TypicalMistake> values() {
    return List.of(
        written("a-number-is-a-word", "maxDevices: 25", "maxDevices: many"),
        written("a-state-is-mistyped", "antivirus: active", "antivirus: pasive"),
        written("a-system-is-unknown", "2012R2, 2019", "2008R2, 2019"),
        written("a-deadline-is-a-date", "\"+3d 22:00\"", "2026-12-01"),
        written("the-tenant-is-no-guid", "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2", "contoso"),
        written("the-format-is-of-another-version", "garrison.dev/v1", "garrison.dev/v9"),
        written(
            "a-ring-is-there-twice",
            "sampleSharing: none",
            "  - {name: pilot, collections: [Broad servers], maxDevices: 5, deadline: \"+3d 22:00\", antivirus: active}\nsampleSharing: none"),
        written("a-ring-has-a-full-width-name", "name: pilot", "name: ｐｉｌｏｔ　１"),
        written("a-name-is-too-long", "name: pilot", "name: " + "pilot-servers-".repeat(20)),
        written(
            "a-provider-has-no-encryption",
            "site:\n  code: PS1\n  providers: [",
            "site:\n  code: PS1\n  providers: [\"http://cm01.contoso.example/AdminService\", "),
        written(
            "a-password-stands-in-the-manifest",
            "site:\n  code: PS1\n",
            "site:\n  code: PS1\n  user: svc-mde@CONTOSO.EXAMPLE\n  password: Winter2026\n"),
        written("the-share-is-a-drive-letter", "'\\\\files.lab.example\\mde$'", "'D:\\mde'"));
  }

  /** Files that are not where they should be. */
  private static List<TypicalMistake> files() {
    return List.of(
        new TypicalMistake(
            "the-manifest-is-not-there", _ -> {}, "plan --manifest FOLDER/garison.yaml"),
        new TypicalMistake("the-manifest-is-a-folder", _ -> {}, "plan --manifest FOLDER/packages"),
        planned(
            "the-installer-is-not-there",
            site -> Files.delete(packages(site).resolve("md4ws.msi"))),
        planned(
            "the-installer-is-a-web-page",
            site ->
                Files.writeString(
                    packages(site).resolve("md4ws.msi"), "<html>Sign in to your account</html>")),
        planned(
            "the-onboarding-script-is-truncated",
            site -> cut(packages(site).resolve("WindowsDefenderATPOnboardingScript.cmd"))),
        planned(
            "a-certificate-is-not-there",
            site -> Files.delete(packages(site).resolve("sample-root.pem"))),
        planned(
            "the-share-is-not-there",
            site -> site.manifest().replace(site.share().toString(), site.share() + "-old")),
        new TypicalMistake("the-plan-is-not-there", _ -> {}, APPLY),
        new TypicalMistake(
            "the-plan-is-no-plan",
            site -> Files.writeString(site.folder().resolve("plan.json"), "{}"),
            APPLY));
  }

  private static Path packages(TrialSite site) {
    return site.folder().resolve("packages");
  }

  private static void cut(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.substring(0, text.length() / 2));
  }

  /** What the site says to it. */
  private static List<TypicalMistake> site() {
    return List.of(
        written("the-site-code-is-of-another-site", "code: PS1", "code: PS2"),
        written("a-collection-is-mistyped", "[Pilot servers]", "[Pilot server]"),
        written("a-collection-id-is-unknown", "[Pilot servers]", "[PS1000FF]"),
        written(
            "the-limiting-collection-is-mistyped",
            "limitingCollection: All Servers",
            "limitingCollection: All Server"),
        written("a-point-group-is-mistyped", "[Europe DPs]", "[Europe DP]"),
        written("a-ring-is-larger-than-it-may-be", "maxDevices: 25", "maxDevices: 1"),
        written(
            "the-package-is-of-another-tenant",
            "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2",
            "0b1d2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2"),
        written(
            "every-device-is-the-limit",
            "limitingCollection: All Servers",
            "limitingCollection: SMS00001"),
        planned(
            "nobody-answers-at-the-address",
            site ->
                site.manifest().replace(site.lab().adminService().getAuthority(), "127.0.0.1:9")),
        planned("the-account-is-refused", site -> refusing(site, 401)),
        planned("the-account-may-not-read", site -> refusing(site, 403)),
        planned("the-site-is-busy", site -> refusing(site, 503)));
  }

  private static void refusing(TrialSite site, int status) {
    site.lab().faults().statusFromNowOn(RequestMatcher.any(), status);
  }

  /** Who runs what, and when. */
  private static List<TypicalMistake> runs() {
    return List.of(
        new TypicalMistake(
            "the-plan-is-of-an-older-manifest",
            site -> {
              plan(site);
              site.manifest().replace("maxDevices: 25", "maxDevices: 24");
            },
            APPLY),
        new TypicalMistake(
            "the-plan-is-too-old",
            site -> {
              plan(site);
              site.pass(Duration.ofDays(30));
            },
            APPLY),
        new TypicalMistake(
            "the-site-changed-since-the-plan",
            site -> {
              plan(site);
              site.converge();
            },
            APPLY),
        new TypicalMistake("there-is-nobody-to-ask", _ -> {}, "apply --manifest MANIFEST"),
        new TypicalMistake(
            "a-ring-is-mistyped",
            _ -> {},
            "rollout skip --manifest MANIFEST --reason CHG1 --yes pilott"),
        new TypicalMistake(
            "a-ring-is-resumed-that-runs",
            _ -> {},
            "rollout resume --manifest MANIFEST --yes pilot"),
        new TypicalMistake(
            "an-object-is-adopted-that-is-not-there",
            _ -> {},
            "adopt --manifest MANIFEST --yes \"collection/MDE pilot - 2016\""),
        new TypicalMistake(
            "a-run-is-undone-that-never-was", _ -> {}, "undo --manifest MANIFEST --yes 12"),
        new TypicalMistake(
            "a-certificate-is-a-text",
            site -> Files.writeString(packages(site).resolve("sample-root.pem"), "root"),
            "plan --manifest MANIFEST"));
  }

  private static void plan(TrialSite site) {
    OwnRun.of(OwnRun.Trial.of(site), "en", PLAN);
  }
}
