package dev.garrison.jobaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.job.JobMode;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command beside a service: what it may ask, how, and what others may. */
final class JobAccessServerIT {
  private static final int MANY = Boolean.getBoolean("campaign.full") ? 3000 : 200;

  @TempDir private Path folder;
  private TrialSite site;
  private TrialJobs jobs;
  private JobSchedule schedule;

  @BeforeEach
  void serve() throws InterruptedException {
    site = new TrialSite("2107-rollup", folder);
    jobs = new TrialJobs(site);
    jobs.schedule("job: rollout, every: 6h, autoApply: [prepare]");
    jobs.run(JobKind.ROLLOUT);
    jobs.run(JobKind.STATUS);
    schedule = jobs.open();
    schedule.takeOver();
  }

  @AfterEach
  void end() {
    schedule.close();
    site.close();
  }

  private SocketChannel visit() {
    return schedule.open().folder().connect().orElseThrow().channel();
  }

  @Test
  void everyQuestionIsAnsweredBesideAsItIsHere() throws InterruptedException {
    JobAccess here = new OwnJobAccess(schedule);
    Instant now = schedule.clock().instant();
    Instant before = now.minus(Duration.ofDays(1));
    long run = here.latest(Optional.of(JobKind.ROLLOUT), 1).getFirst().id();
    try (OpenJobAccess open = jobs.jobs()) {
      JobAccess beside = open.jobs();
      beside.decide(JobKind.DRIFT, JobMode.PAUSED, now, "a test");
      AccessToken token =
          new AccessToken(
              "beside",
              Role.VIEWER,
              Sha256.of("x"),
              now,
              "a test",
              now.plusSeconds(60),
              Optional.empty(),
              Optional.empty());
      assertThat(beside.addToken(token)).isTrue();
      assertThat(beside.addToken(token)).isFalse();
      assertThat(beside.revokeToken("beside", now, "a test")).isTrue();
      assertThat(beside.request(JobKind.DRIFT, now, "a test")).isFalse();
      assertThat(beside.modes())
          .isEqualTo(here.modes())
          .containsEntry(JobKind.DRIFT, JobMode.PAUSED);
      assertThat(beside.tokens()).isEqualTo(here.tokens()).hasSize(1);
      assertThat(beside.schemaVersion()).isEqualTo(here.schemaVersion());
      assertThat(beside.next()).isEqualTo(here.next());
      assertThat(beside.latest(Optional.empty(), 9))
          .isEqualTo(here.latest(Optional.empty(), 9))
          .hasSize(2);
      assertThat(beside.latestOwn(JobKind.STATUS))
          .isEqualTo(here.latestOwn(JobKind.STATUS))
          .isPresent();
      assertThat(beside.latestOwn(JobKind.DRIFT)).isEmpty();
      assertThat(beside.run(run)).isEqualTo(here.run(run));
      assertThat(beside.plan(run)).isEqualTo(here.plan(run));
      assertThat(beside.stays("WEB02", 9)).isEqualTo(here.stays("WEB02", 9)).isNotEmpty();
      assertThat(beside.counts(before)).isEqualTo(here.counts(before)).isNotEmpty();
      assertThat(beside.known(List.of("WEB02", "NOBODY"))).containsExactly("WEB02");
      assertThat(beside.amiss(before)).isEqualTo(here.amiss(before));
      assertThat(beside.jobs()).isEqualTo(here.jobs());
      assertThat(beside.runs(9)).isEqualTo(here.runs(9));
      assertThat(beside.rings()).isEqualTo(here.rings());
      assertThat(beside.status()).isEqualTo(here.status());
    }
  }

  @Test
  void noTwoQuestionsHaveOneName() {
    assertThat(Arrays.stream(JobAccess.class.getMethods()).map(each -> each.getName()))
        .doesNotHaveDuplicates()
        .hasSize(20);
  }

  @Test
  void whatIsRefusedHereIsRefusedBesideInTheSameWords() throws InterruptedException {
    JobAccess here = new OwnJobAccess(schedule);
    try (OpenJobAccess open = jobs.jobs()) {
      assertThatThrownBy(() -> open.jobs().run(99))
          .isInstanceOf(RefusalException.class)
          .hasMessage(refusal(() -> here.run(99)));
    }
  }

  private static String refusal(Runnable asking) {
    try {
      asking.run();
      throw new AssertionError("it was not refused");
    } catch (RefusalException refusal) {
      return String.valueOf(refusal.getMessage());
    }
  }

  @Test
  void theSocketIsTheOwnersAlone() throws IOException {
    Path service = schedule.open().folder().path();
    assertThat(rights(service)).isEqualTo("rwx------");
    assertThat(rights(service.resolve("service.socket"))).isEqualTo("rw-------");
    assertThat(rights(service.resolve("service.door"))).isEqualTo("rw-------");
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void nothingOfItIsLeftAtTheEnd() throws Exception {
    schedule.close();
    try (var files = Files.list(schedule.open().folder().path())) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .containsExactly("database.key", "history.mv.db", "service.holder", "service.lock");
    }
    schedule = jobs.open();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"name\":\"close\",\"arguments\":[]}",
        "{\"name\":\"getClass\",\"arguments\":[]}",
        "{\"name\":\"run\",\"arguments\":[]}",
        "{\"name\":\"run\",\"arguments\":[{\"node\":[\"x\"]}]}",
        "{\"name\":\"run\",\"arguments\":[{\"node\":[]}]}",
        "{\"name\":\"modes\",\"arguments\":[],\"more\":1}"
      })
  void whatIsNoQuestionIsHungUpOnAndTheNextIsAnswered(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(answer(bytes.length, bytes)).isEqualTo(-1);
    assertIsAnswered();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Frames.REQUEST + 1})
  void aQuestionThatSaysItIsTooLongIsNotRead(int length) throws Exception {
    assertThat(answer(length, new byte[0])).isEqualTo(-1);
    assertIsAnswered();
  }

  /** What comes first of an answer; -1: it hung up. */
  private int answer(int length, byte[] text) throws IOException {
    try (SocketChannel channel = visit()) {
      ByteBuffer sent = ByteBuffer.allocate(Integer.BYTES + text.length);
      sent.putInt(length).put(text).flip();
      channel.write(sent);
      return channel.read(ByteBuffer.allocate(1));
    }
  }

  private void assertIsAnswered() throws InterruptedException {
    try (OpenJobAccess open = jobs.jobs()) {
      assertThat(open.jobs().modes()).isEqualTo(Map.of());
    }
  }

  @Test
  void whereThePathIsTooLongForASocketASecretOpensAPort() throws Exception {
    schedule.close();
    Path state = folder.resolve("a-long-name-".repeat(10));
    schedule = jobs.open(state);
    schedule.takeOver();
    try (OpenJobAccess open = jobs.jobs(state)) {
      open.jobs().decide(JobKind.DRIFT, JobMode.PAUSED, Instant.EPOCH, "a test");
      assertThat(open.elsewhere()).isPresent();
    }
    assertThat(schedule.history().modes().of(JobKind.DRIFT)).isEqualTo(JobMode.PAUSED);
    Path published = schedule.open().folder().path().resolve("service.door");
    assertThat(rights(published)).isEqualTo("rw-------");
    assertThat(visit().getRemoteAddress().toString()).contains("127.0.0.1");
    byte[] modes = "{\"name\":\"modes\",\"arguments\":[]}".getBytes(StandardCharsets.UTF_8);
    assertThat(answer(modes.length, modes)).as("without the secret").isEqualTo(-1);
    byte[] guess = "\"%s\"".formatted("0".repeat(64)).getBytes(StandardCharsets.UTF_8);
    assertThat(answer(guess.length, guess)).as("with a guess").isEqualTo(-1);
  }

  @Test
  void manyWhoSayNothingDoNotKeepOthersOut() throws Exception {
    List<SocketChannel> silent = new ArrayList<>();
    try {
      for (int each = 0; each < MANY; each++) {
        silent.add(visit());
      }
      assertIsAnswered();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("garrison-door"))
          .as("threads of the system")
          .hasSize(1);
    } finally {
      for (SocketChannel each : silent) {
        each.close();
      }
    }
  }
}
