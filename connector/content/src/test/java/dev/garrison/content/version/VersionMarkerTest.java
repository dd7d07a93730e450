package dev.garrison.content.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be in a version, and how it is written down. */
final class VersionMarkerTest {
  private static final Sha256 DIGEST = Sha256.of("x");

  private final MarkerCodec codec = new MarkerCodec(new Json());

  private static VersionMarker marker(String... names) {
    return new VersionMarker(
        "prod", Arrays.stream(names).map(name -> new ContentFile(name, 1, DIGEST)).toList());
  }

  private VersionMarker read(String text) throws IOException {
    return codec.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {".garrison.json", ".garrison.lock", ".GARRISON", "a.part"})
  void namesThatAreKeptForGarrisonAreRefused(String name) {
    assertThatThrownBy(() -> marker(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this name is kept for Garrison: " + name);
  }

  @Test
  void twoNamesThatAreOneOnWindowsAreRefused() {
    assertThatThrownBy(() -> marker("Install.ps1", "install.PS1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two files have one name on Windows");
  }

  @Test
  void aVersionHasAnOwnerAndAFile() {
    assertThatThrownBy(() -> new VersionMarker(" ", List.of()))
        .hasMessage("a version has an owner");
    assertThatThrownBy(() -> new VersionContent("v1", "prod", List.of()))
        .hasMessage("a version holds at least one file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/b", "con", ""})
  void aVersionHasANameThatWindowsCanOpen(String version) {
    assertThatThrownBy(
            () -> new VersionContent(version, "prod", List.of(FileSource.of("a", new byte[1]))))
        .hasMessageContaining("can't be used on the content share")
        .hasMessageEndingWith("[CONTENT_NAME_INVALID GAR-0321]");
  }

  @Test
  void filesAreSortedAndCounted() {
    assertThat(marker("b", "a").files()).extracting(ContentFile::name).containsExactly("a", "b");
    assertThat(marker("b", "a").size()).isEqualTo(2);
    assertThat(marker("a").sameAs(marker("a"))).isTrue();
    assertThat(marker("a").sameAs(marker("b"))).isFalse();
    assertThat(marker("a").sameAs(new VersionMarker("test", marker("a").files()))).isFalse();
    assertThat(
            marker("a")
                .sameAs(
                    new VersionMarker(
                        "prod", marker("a").files(), Map.of("a", new FileVersion("1.2")))))
        .isTrue();
  }

  @Test
  void partsOfItsFilesAreNoStrangers() {
    assertThat(marker("a").strangers(List.of("a", "a.part", "b", "b.part", "a.part.part")))
        .containsExactly("b", "b.part", "a.part.part");
    assertThat(VersionMarker.withoutPart(".part")).isEmpty();
  }

  @Test
  void whatFilesSayOfTheirVersionIsKept() throws IOException {
    FileSource source = FileSource.of("a.msi", new byte[1]);
    VersionMarker marker =
        new VersionContent(
                "v1",
                "prod",
                List.of(
                    new FileSource(
                        source.file(), source.bytes(), Optional.of(new FileVersion("4.18.1"))),
                    FileSource.of("b", new byte[2])))
            .marker();
    assertThat(marker.versions()).isEqualTo(Map.of("a.msi", new FileVersion("4.18.1")));
    assertThat(read(new String(codec.write(marker), StandardCharsets.UTF_8))).isEqualTo(marker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|the file isn't a JSON object",
        "{\"format\":2,\"mark\":\"m\",\"files\":[]}|the format is 2 instead of 1",
        "{\"format\":1,\"mark\":\" \",\"files\":[]}|a version has an owner",
        "{\"format\":1,\"mark\":\"m\",\"files\":[{\"name\":\"a\",\"size\":-1,\"sha256\":\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\",\"version\":null}]}|a file has no negative size: -1",
        "{\"format\":1,\"mark\":\"m\",\"files\":[{\"name\":\"..\",\"size\":1,\"sha256\":\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\",\"version\":null}]}|The name \"..\" can't be used on the content share: the name leads to another folder."
      })
  void aMarkerOfOthersIsRefusedWithTheReason(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableMarkerException.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"format\":1,\"files\":[]}",
        "{\"format\":1,\"mark\":\"m\",\"files\":[{\"name\":\"a\",\"size\":1,\"version\":null}]}",
        "{\"format\":1,\"mark\":\"m\",\"files\":[{\"size\":1,\"sha256\":\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\",\"version\":null}]}"
      })
  void whatIsNoMarkerIsRefusedWithItsCause(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableMarkerException.class)
        .cause()
        .isNotNull();
  }

  @Test
  void aMarkerOfAMebibyteIsReadAndALongerOneIsNot() throws IOException {
    String marker = new String(codec.write(marker("a")), StandardCharsets.UTF_8);
    int room = (1 << 20) - marker.length();
    assertThat(read(marker + " ".repeat(room))).isEqualTo(marker("a"));
    assertThatThrownBy(() -> read(marker + " ".repeat(room + 1)))
        .isInstanceOf(UnreadableMarkerException.class)
        .hasMessage("the file is longer than 1 MiB");
  }

  @Test
  void aVersionIsAsOldAsItsMarker() {
    Instant begun = Instant.parse("2026-03-02T08:00:00Z");
    FakeShare share = new FakeShare();
    ContentFolder folder = new ContentFolder(share, SharePath.of("base"), new Json(), "anna");
    Object _ =
        folder.publish(
            new VersionContent("v1", "prod", List.of(FileSource.of("a", new byte[1]))),
            TransferProgress.SILENT);
    share.write("base/file", "x");
    share.write("base/v2/theirs", "x");
    List<String> asked = new ArrayList<>();
    assertThat(folder.versions(name -> asked.add(name)))
        .extractingByKeys("v1", "v2")
        .extracting(ContentFolder.Shelved::written)
        .containsExactly(begun, Instant.EPOCH);
    assertThat(asked).containsExactly("v1", "v2");
    share.move("base/v1/.garrison.json", "base/v1/.garrison.json.pending");
    assertThat(folder.versions("v1"::equals))
        .containsOnlyKeys("v1")
        .extractingByKey("v1")
        .returns(begun, ContentFolder.Shelved::written);
  }

  @Test
  void aFolderInThePlaceOfAFileIsAnAlteredFile() {
    FakeShare share = new FakeShare();
    ContentFolder folder = new ContentFolder(share, SharePath.of("base"), new Json(), "anna");
    VersionContent content =
        new VersionContent("v1", "prod", List.of(FileSource.of("a", new byte[0])));
    Object _ = folder.publish(content, TransferProgress.SILENT);
    share.erase("base/v1/a");
    share.createFolder(SharePath.of("base/v1/a"));
    share.write("base/v1/.garrison-more", "x");
    assertThat(folder.observe("v1"))
        .isEqualTo(new VersionState.Damaged(content.marker(), List.of(), List.of("a")));
  }

  @Test
  void aShareThatFailsIsNotAVersionThatIsMissing() {
    FakeShare share = new FakeShare();
    share.failOn("find base", Kind.UNREACHABLE);
    ContentFolder folder = new ContentFolder(share, SharePath.of("base"), new Json(), "anna");
    assertThatThrownBy(() -> folder.versions(_ -> true))
        .hasMessage("Garrison can't access \"fake:/base\": the server doesn't respond");
  }
}
