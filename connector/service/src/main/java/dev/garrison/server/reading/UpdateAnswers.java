package dev.garrison.server.reading;

import dev.garrison.job.UpdatesSeen;
import java.util.List;

/** The sensor's updates as the API tells of them. */
final class UpdateAnswers {
  private UpdateAnswers() {}

  static List<Answers.OnServer> servers(UpdatesSeen seen) {
    return seen.servers().stream().map(UpdateAnswers::server).toList();
  }

  private static Answers.OnServer server(UpdatesSeen.OnServer seen) {
    return new Answers.OnServer(
        seen.server(),
        seen.owner(),
        seen.version(),
        seen.synchronised(),
        seen.lines().stream().map(UpdateAnswers::line).toList(),
        seen.unread(),
        seen.beside().stream().map(UpdateAnswers::beside).toList(),
        seen.problems().stream().map(Answers.Finding::of).toList());
  }

  private static Answers.Line line(UpdatesSeen.Line seen) {
    return new Answers.Line(
        seen.family(),
        seen.channel(),
        seen.current(),
        seen.arrived(),
        seen.why(),
        seen.groups().stream().map(UpdateAnswers::group).toList());
  }

  private static Answers.Group group(UpdatesSeen.Group seen) {
    return new Answers.Group(
        seen.group(),
        seen.isRoot(),
        seen.isApproved(),
        seen.isInherited(),
        seen.older(),
        seen.by(),
        seen.installed(),
        seen.needed(),
        seen.failed(),
        seen.unknown(),
        seen.notApplicable());
  }

  private static Answers.Beside beside(UpdatesSeen.Beside seen) {
    return new Answers.Beside(seen.article(), seen.what(), seen.title(), seen.approvedFor());
  }
}
