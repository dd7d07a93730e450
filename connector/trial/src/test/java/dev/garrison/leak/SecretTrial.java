package dev.garrison.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.Credentials;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trial whose manifests know secrets, right ones and wrong ones. */
final class SecretTrial {
  static final String SITE = "S1te&p\u00e4\"ss<w>ord/7%";
  static final String SHARE = "Sh4re'p\u00f6ss\\word=+2!";
  static final String WRONG_SITE = "Wr0ng-site-word-3xyz";
  private static final String HOOK = "H00k-s3cret-of-the-receiver";
  private static final String HOOK_ADDRESS = "4ddress-s1gnature-of-the-hook";
  private static final String WRONG_SHARE = "Wr0ng-share-word-4xyz";
  private static final Pattern SIGNATURE = Pattern.compile("sha256sig\\\\\":\\\\\"([^\\\\]{60})");

  private SecretTrial() {}

  /** And a planted secret does, in a file that only the state folder has. */
  static void assertNothingShows(Trace trace, SecretSearch search, Path trial) throws IOException {
    search.add("the blob's signature", signature(trial));
    assertThat(trace.found(search)).isEmpty();
    Files.writeString(trial.resolve(".garrison/planted"), "<" + SHARE + ">");
    assertThat(trace.found(search)).contains(".garrison/planted: share");
  }

  static TrialSite site(Path trial, SambaServer server, Optional<Credentials> credentials)
      throws IOException {
    TrialShare share = TrialShare.on(server, server.port(), trial);
    Files.delete(trial.resolve("share.password"));
    return new TrialSite("2107-rollup", trial, Instant.now(), share, credentials);
  }

  /** The right one, one with a wrong account at the site, and one with a wrong one at the share. */
  static void writeManifests(TrialSite site, KeptSecrets kept, String right, String wrong)
      throws IOException {
    site.manifest().replace("content:\n", right + "content:\n");
    String share = kept.keep("share", SHARE);
    site.manifest().replace("file:" + site.folder().resolve("share.password"), "\"" + share + "\"");
    String text = site.manifest().text();
    Files.writeString(site.folder().resolve("wrong-site.yaml"), text.replace(right, wrong));
    Files.writeString(
        site.folder().resolve("intake.yaml"),
        text.replace("packages:\n", "packages:\n  intake: packages/intake\n"));
    Files.writeString(
        site.folder().resolve("wrong-share.yaml"),
        text.replace("\"" + share + "\"", "\"" + kept.keep("wrong share", WRONG_SHARE) + "\""));
    String jobs =
        "jobs:\n  schedules:\n    - {job: drift, every: 6h}\n    - {job: expiry, every: 6h}\n";
    Files.writeString(site.folder().resolve("jobs.yaml"), text + jobs);
    Files.writeString(site.folder().resolve("wrong-jobs.yaml"), text.replace(right, wrong) + jobs);
    // It is no WSUS, and is signed in to like one.
    String server = site.lab().adminService().toString().replaceFirst("/AdminService$", "");
    Files.writeString(
        site.folder().resolve("wsus.yaml"),
        text
            + "wsus:\n  servers:\n    - url: \"%s\"\n      owner: wsus\n".formatted(server)
            + right.indent(4));
    // Nor a receiver of messages; it says no to them.
    Files.writeString(
        site.folder().resolve("hooks.yaml"),
        text
            + "notifications:\n  - {name: signed, url: \"%s/hook\", secret: \"%s\"}\n"
                .formatted(server, kept.keep("hook", HOOK))
            + "  - {name: kept, url: \"%s\", format: teams}\n"
                .formatted(kept.keep("hook address", server + "/hook?sig=" + HOOK_ADDRESS)));
  }

  /** A piece of what makes the onboarding package a secret. */
  private static String signature(Path trial) throws IOException {
    Matcher found =
        SIGNATURE.matcher(
            Files.readString(trial.resolve("packages/WindowsDefenderATPOnboardingScript.cmd")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
