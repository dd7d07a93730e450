package dev.garrison.probe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.probe.ProbeAccess.Content;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.access.Finding;
import dev.garrison.share.access.LeastRights;
import dev.garrison.share.access.ShareRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the content share: the connection, and who may change it. It only reads lists; it opens no
 * file.
 */
final class ShareChecks {
  private static final int MOST_SHOWN = 3;
  private static final String SESSION = "session";

  private final ProbeAccess access;
  private final SiteNames names;
  private final LeastRights rights;
  private @Nullable Content content;

  ShareChecks(ProbeAccess access, SiteNames names, LeastRights rights) {
    this.access = access;
    this.names = names;
    this.rights = rights;
  }

  List<ProbeLine> run() {
    SignIn signIn = access.manifest().content().signIn();
    signIn.account().ifPresent(account -> names.knowUser(account.user()));
    signIn
        .servicePrincipal()
        .ifPresent(principal -> names.knowServer(principal.substring(principal.indexOf('/') + 1)));
    try {
      return new CheckRun("share")
          .check(SESSION, this::session)
          .check("rights", List.of(SESSION), this::rights)
          .lines();
    } finally {
      Optional.ofNullable(content).ifPresent(Content::close);
    }
  }

  private Outcome session() {
    Content opened = access.content();
    content = opened;
    names.knowServer(opened.source().host());
    names.know(SiteNames.Kind.SHARE, opened.source().share());
    switch (opened.address()) {
      case ShareAddress.Folder folder -> names.know(SiteNames.Kind.PATH, folder.path().toString());
      case ShareAddress.Smb smb -> {
        names.knowServer(smb.host());
        names.know(SiteNames.Kind.SHARE, smb.share());
        smb.path().names().forEach(name -> names.know(SiteNames.Kind.PATH, name));
      }
    }
    int there = opened.share().list(SharePath.ROOT).size();
    Text how =
        opened
            .remark()
            .get()
            .map(remark -> remark.replaceFirst("^Share [^ ]+: ", "").replaceFirst("\\.$", ""))
            .map(Text::recorded)
            .orElseGet(() -> Text.of("probe-share.folder"));
    return new Outcome.Passed(Text.of("probe-share.session", "connection", how, "count", there));
  }

  private Outcome rights() {
    Content opened = Optional.ofNullable(content).orElseThrow();
    if (opened.lists().isEmpty()) {
      return new Outcome.Skipped(
          Text.of(
              opened.address() instanceof ShareAddress.Smb
                  ? "probe-share.no-lists"
                  : "probe-share.own-tools"));
    }
    List<Finding> found =
        new ShareRights(opened.share(), opened.lists().get(), rights)
            .check(opened.address(), opened.source());
    List<Finding> wrong =
        found.stream().filter(each -> each.verdict() == Finding.Verdict.PROBLEM).toList();
    List<Diagnostic> findings = new ArrayList<>();
    wrong.stream().limit(MOST_SHOWN).map(this::diagnostic).forEach(findings::add);
    List<Text> text = new ArrayList<>();
    found.stream()
        .filter(each -> each.verdict() != Finding.Verdict.PROBLEM)
        .map(each ->
            Text.of("probe-share.finding", "subject", each.subject(), "finding", each.text()))
        .forEach(text::add);
    if (wrong.size() > MOST_SHOWN) {
      text.add(Text.of("probe-share.more", "count", wrong.size() - MOST_SHOWN));
    }
    return Outcome.of(Outcome.lines(text), findings);
  }

  /** Reports a finding; without the publisher's SID, an unnamed account may be the publisher. */
  private Diagnostic diagnostic(Finding finding) {
    Message message =
        Message.of("probe.share-rights", "subject", finding.subject(), "finding", finding.text());
    return rights.publisher().isEmpty() && finding.isOfNamelessAccount()
        ? Diagnostic.warning(finding.code().orElseThrow(), message)
        : Diagnostic.error(finding.code().orElseThrow(), message);
  }
}
