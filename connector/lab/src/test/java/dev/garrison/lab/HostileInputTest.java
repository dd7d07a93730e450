package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.AdminService;
import dev.garrison.lab.adminservice.Request;
import dev.garrison.lab.adminservice.site.SiteFiles;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever comes in, the lab answers as a site would: it never stumbles itself. */
final class HostileInputTest {
  private static final int INPUTS = 3000;
  private static final String ALPHABET = "abcDE0129 '\"()[]{}%/\\.,:;=<>&+$_-!\n\u00e9";
  private final AdminService service =
      LabSite.of(SiteFiles.read("2107"), new LabClock(RawSite.START), Map.of(), new Faults())
          .service();

  private record Seed(String method, String path, @Nullable String query, String body) {}

  private static List<Seed> seeds() {
    String wql =
        "select SMS_R_System.Name from SMS_R_System as s inner join SMS_G_System_OPERATING_SYSTEM on"
            + " SMS_G_System_OPERATING_SYSTEM.ResourceID = s.ResourceID where s.Name like '[A-Z]%' and"
            + " (s.Client = 1 or not s.Name in ('a','b')) and s.ResourceID >= 3";
    return List.of(
        new Seed(
            "GET",
            "/wmi/SMS_R_System",
            "$filter=contains(Name,'x') and not (Client eq 1)&$top=2",
            ""),
        new Seed(
            "GET",
            "/wmi/SMS_Application",
            "$filter=CategoryInstance_UniqueIDs/any(c: c eq 'x')",
            ""),
        new Seed(
            "GET",
            "/wmi/SMS_SecuredCategoryMembership(CategoryID='a',ObjectKey='b',ObjectTypeID=31)",
            null,
            ""),
        new Seed(
            "POST",
            "/wmi/SMS_CollectionRuleQuery.ValidateQuery",
            null,
            "{\"WQLQuery\":\"" + wql + "\"}"),
        new Seed(
            "POST",
            "/wmi/SMS_Collection",
            null,
            "{\"Name\":\"R\",\"LimitToCollectionID\":\"SMS00001\",\"CollectionRules\":[{\"@odata.type\":"
                + "\"#AdminService.SMS_CollectionRuleQuery\",\"RuleName\":\"q\",\"QueryExpression\":\""
                + wql
                + "\"}]}"),
        new Seed("POST", "/wmi/SMS_Application", null, new SampleDigest().body()));
  }

  private static String mutate(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !changed.isEmpty(); i--) {
      int at = random.nextInt(changed.length());
      char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> changed.setCharAt(at, letter);
        case 1 -> changed.insert(at, letter);
        case 2 -> changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(9)));
        default -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 12)));
      }
    }
    return changed.toString();
  }

  @RepeatedTest(6)
  void everyInputGetsAnAnswerOfTheSite(RepetitionInfo repetition) throws IOException {
    long number = repetition.getCurrentRepetition();
    Random random = new Random(number);
    Seed seed = seeds().get(repetition.getCurrentRepetition() - 1);
    for (int i = 0; i < INPUTS; i++) {
      String query = seed.query();
      Request request =
          new Request(
              seed.method(),
              "http://127.0.0.1/AdminService",
              seed.body().isEmpty() && query == null ? mutate(seed.path(), random) : seed.path(),
              query == null ? null : mutate(query, random),
              "application/json",
              mutate(seed.body(), random).getBytes(StandardCharsets.UTF_8));
      Answer answer = service.answer(request);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      answer.body().writeTo(out);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .as("seed %d, input %d: %s", number, i, request)
          .doesNotContain("mistake in the lab");
    }
  }
}
