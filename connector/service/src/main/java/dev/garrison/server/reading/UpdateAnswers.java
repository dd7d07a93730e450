package dev.garrison.server.reading;

import dev.garrison.job.UpdatesSeen;
import java.util.List;

/** Converts the sensor's updates to the forms of the API. */
final class UpdateAnswers {
  private UpdateAnswers() {}

  static List<ApiAnswers.OnServer> servers(UpdatesSeen seen) {
    return seen.servers().stream().map(UpdateAnswers::server).toList();
  }

  private static ApiAnswers.OnServer server(UpdatesSeen.OnServer seen) {
    return new ApiAnswers.OnServer(
        seen.server(),
        seen.owner(),
        seen.version(),
        seen.synchronised(),
        seen.lines().stream().map(UpdateAnswers::line).toList(),
        seen.unread(),
        seen.beside().stream().map(UpdateAnswers::beside).toList(),
        seen.problems().stream().map(ApiAnswers.Finding::of).toList());
  }

  private static ApiAnswers.Line line(UpdatesSeen.Line seen) {
    return new ApiAnswers.Line(
        seen.family(),
        seen.channel(),
        seen.current(),
        seen.arrived(),
        seen.why(),
        seen.groups().stream().map(UpdateAnswers::group).toList());
  }

  private static ApiAnswers.Group group(UpdatesSeen.Group seen) {
    return new ApiAnswers.Group(
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

  private static ApiAnswers.Beside beside(UpdatesSeen.Beside seen) {
    return new ApiAnswers.Beside(seen.article(), seen.what(), seen.title(), seen.approvedFor());
  }
}
