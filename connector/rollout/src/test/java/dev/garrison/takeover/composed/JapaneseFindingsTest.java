package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Text;
import dev.garrison.takeover.draft.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import found, as a Japanese administrator reads it. */
final class JapaneseFindingsTest {
  private final SeenSites sites = new SeenSites();
  private final Answers answers = new Answers(Map.of());

  private Composed composed() {
    return new ForeignComposer(sites.site(), answers).compose(SeenSites.ACCESS, "PS1");
  }

  private static List<String> japanese(List<Text> texts) {
    return texts.stream().map(text -> text.in(Language.JAPANESE)).toList();
  }

  @BeforeEach
  void oneApplicationIsDeployed() {
    sites.application(
        "A1",
        "MDE 2019",
        Optional.of(SeenSites.TENANT),
        "Windows/All_x64_Windows_Server_2019_and_higher");
    sites.collection("PS100001", "Test servers", 8, "Windows servers");
    sites.deployment("MDE to test", "A1", "PS100001", Instant.parse("2026-05-04T22:00:00Z"));
  }

  @Test
  void aFindingTellsThePurposeTheEvidenceAndThePlaceInTheManifest() {
    assertThat(composed().findings())
        .flatExtracting(each ->
            japanese(
                List.of(each.sureness().text(), each.what(), each.why().getFirst(), each.became())))
        .containsExactly(
            "確実",
            "サーバーをオンボードします",
            "検出方法: OnboardingState が 1",
            "tenant と operatingSystems",
            "確実",
            "オンボードを展開します",
            "「Test servers」への必須の展開 (デバイス 8 台)",
            "リング 1 「Test servers」");
  }

  @Test
  void theRestTellsTheReason() {
    assertThat(japanese(composed().left()))
        .containsExactly("検出されたアプリケーションとポリシー: アプリケーションの ID は変更できないため、Garrison は自身のものを作成します");
    assertThat(japanese(composed().twoOwners()))
        .containsExactly(
            "deployment/MDE to test はリング「Test servers」のサーバーにも展開されています: Garrison がこれらのサーバーに展開した後に、この展開を削除してください");
  }

  @Test
  void aMissingValueTellsWhyTheSiteHasNone() {
    composed();
    assertThat(japanese(List.copyOf(answers.missing().values())))
        .contains("Garrison が共有に書き込む方法はサイトでは確認できません", "この設定を確認できるオブジェクトがありません");
  }
}
