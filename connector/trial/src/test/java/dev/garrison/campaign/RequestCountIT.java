package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.ServedRequest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.trial.GeneratedSite;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests a plan sends. */
final class RequestCountIT {
  @Test
  void aPlanAsksThreeHundredThousandDevicesNoMoreThanThreeHundred(
      @TempDir Path small, @TempDir Path large) {
    assertThat(planned(GeneratedSite.small(small)))
        .as("300 devices and 300,000")
        .isEqualTo(planned(GeneratedSite.large(large)));
  }

  private static List<String> planned(TrialSite trial) {
    try (TrialSite site = trial) {
      site.manifest().replace("[Pilot servers]", "[Slice 007]");
      site.manifest().replace("maxDevices: 25", "maxDevices: 2000");
      site.manifest().replace("All Servers", "Slice 001");
      site.plan();
      return site.lab().requests().all().stream().map(RequestCountIT::kind).toList();
    }
  }

  @Test
  void anEmptyPlanReadsOneKeyPerApplicationAndCollectionAndTheRestInBulk(
      @TempDir Path two, @TempDir Path one) {
    List<ServedRequest> ofTwo = empty(two, "[2019, 2022]");
    List<ServedRequest> ofOne = empty(one, "[2019]");
    assertThat(keyed(ofTwo, "SMS_Application")).as("the settings too").isEqualTo(3);
    assertThat(keyed(ofOne, "SMS_Application")).isEqualTo(2);
    assertThat(keyed(ofTwo, "SMS_Collection")).isEqualTo(3);
    assertThat(keyed(ofOne, "SMS_Collection")).isEqualTo(2);
    assertThat(bulk(ofTwo)).isEqualTo(bulk(ofOne));
  }

  @Test
  void aJobReadsTheServersOnceForTheStateOfItsRingsAndForItsPlan(@TempDir Path folder)
      throws InterruptedException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(site.converge()).isEmpty();
      TrialJobs jobs = new TrialJobs(site);
      jobs.schedule("job: rollout, every: 6h, autoApply: [prepare]");
      site.lab().requests().reset();
      jobs.run(JobKind.ROLLOUT);
      assertThat(site.lab().requests().all())
          .map(RequestCountIT::kind)
          .filteredOn(kind -> kind.contains("SMS_CombinedDeviceResources"))
          .hasSize(1);
    }
  }

  private static List<ServedRequest> empty(Path folder, String systems) {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      site.manifest().replace("[2012R2, 2019, 2022]", systems);
      assertThat(site.converge()).isEmpty();
      site.lab().requests().reset();
      assertThat(site.plan().converged()).isTrue();
      return site.lab().requests().all();
    }
  }

  private static List<String> bulk(List<ServedRequest> requests) {
    return requests.stream()
        .filter(request -> !request.path().matches("/wmi/SMS_(Application|Collection)\\(.*"))
        .map(RequestCountIT::kind)
        .sorted()
        .toList();
  }

  private static long keyed(List<ServedRequest> requests, String type) {
    return requests.stream()
        .filter(request -> request.path().startsWith("/wmi/" + type + "("))
        .count();
  }

  private static String kind(ServedRequest request) {
    return request.method() + " " + request.path().replaceAll("[?(].*", "");
  }
}
