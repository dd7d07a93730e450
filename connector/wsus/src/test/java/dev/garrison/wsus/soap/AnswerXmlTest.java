package dev.garrison.wsus.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.xml.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerXmlTest {
  private enum Column {
    ID,
    COUNT,
    OPEN,
    SINCE,
    NAME
  }

  private static final Contract.Operation GROUPS =
      Contract.load().operation("ExecuteSPGetAllTargetGroups");
  private static final String CELLS =
      "<anyType xmlns:q1=\"http://microsoft.com/wsdl/types/\" xsi:type=\"q1:guid\">"
          + "A0A08746-4DBE-4A37-9ADF-9E7652C0B421</anyType>"
          + "<anyType xsi:type=\"xsd:int\">7</anyType>"
          + "<anyType xsi:type=\"xsd:boolean\">true</anyType>"
          + "<anyType xsi:type=\"xsd:dateTime\">2026-10-04T13:16:35.433</anyType>"
          + "<anyType xsi:type=\"xsd:string\">Alle Computer</anyType>";

  private static String answer(String result) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope"
        + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body>"
        + "<ExecuteSPGetAllTargetGroupsResponse xmlns=\""
        + Contract.NAMESPACE
        + "\">"
        + result
        + "</ExecuteSPGetAllTargetGroupsResponse></soap:Body></soap:Envelope>";
  }

  private static String rows(String... cells) {
    StringBuilder rows = new StringBuilder("<ExecuteSPGetAllTargetGroupsResult>");
    for (String row : cells) {
      rows.append("<GenericReadableRow><Values>")
          .append(row)
          .append("</Values></GenericReadableRow>");
    }
    return answer(rows + "</ExecuteSPGetAllTargetGroupsResult>");
  }

  private static List<Row<Column>> read(String answer) throws IOException {
    return read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Row<Column>> read(InputStream answer) throws IOException {
    return new AnswerXml(new HardenedXml())
        .read(answer, GROUPS, result -> result.rows(Column.class, row -> row), List::of);
  }

  private static String refusal(String answer) {
    return String.valueOf(
        catchThrowableOfType(SoapFormatException.class, () -> read(answer)).getMessage());
  }

  @Test
  void aListOfMoreThanFourHundredThousandRowsIsRefused() {
    byte[] head =
        rows()
            .replaceFirst("</ExecuteSPGetAllTargetGroupsResult>.*", "")
            .getBytes(StandardCharsets.UTF_8);
    byte[] row =
        ("<GenericReadableRow><Values>" + CELLS + "</Values></GenericReadableRow>")
            .getBytes(StandardCharsets.UTF_8);
    AtomicInteger read = new AtomicInteger();
    InputStream endless =
        new SequenceInputStream(new ByteArrayInputStream(head), new EndlessStream(row));
    assertThatThrownBy(() ->
            new AnswerXml(new HardenedXml())
                .read(
                    endless,
                    GROUPS,
                    result -> {
                      result.eachRow(Column.class, _ -> read.incrementAndGet());
                      return true;
                    },
                    () -> false))
        .isInstanceOf(SoapFormatException.class)
        .hasMessage("more than 400,000 of <GenericReadableRow>");
    assertThat(read).hasValue(400_000);
  }

  /** The same again and again. */
  private static final class EndlessStream extends InputStream {
    private final byte[] piece;
    private int at;

    EndlessStream(byte[] piece) {
      this.piece = piece;
    }

    @Override
    public int read() {
      byte next = piece[at];
      at = (at + 1) % piece.length;
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, target, offset, count);
      at = (at + count) % piece.length;
      return count;
    }
  }

  @Test
  void cellsAreReadByPositionAndType() throws IOException {
    Row<Column> row = read(rows(CELLS)).getFirst();
    assertThat(row.id(Column.ID))
        .isEqualTo(UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7652c0b421"));
    assertThat(row.number(Column.COUNT)).isEqualTo(7);
    assertThat(row.truth(Column.OPEN)).isTrue();
    assertThat(row.time(Column.SINCE)).isEqualTo(Instant.parse("2026-10-04T13:16:35.433Z"));
    assertThat(row.text(Column.NAME)).isEqualTo("Alle Computer");
  }

  @Test
  void prefixesMeanNothingByThemselves() throws IOException {
    String odd =
        CELLS
            .replace("xmlns:q1=", "xmlns:xsd=")
            .replace("q1:guid", "xsd:guid")
            .replace(
                "<anyType xsi:type=\"xsd:int\">",
                "<anyType xmlns:b=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"b:unsignedByte\">");
    Row<Column> row = read(rows(odd)).getFirst();
    assertThat(row.id(Column.ID)).isNotNull();
    assertThat(row.number(Column.COUNT)).isEqualTo(7);
  }

  @Test
  void aTypeOfThatNameInAnotherNamespaceIsAnotherType() throws IOException {
    Row<Column> row = read(rows(CELLS.replace("microsoft.com/wsdl", "example.com"))).getFirst();
    assertThatThrownBy(() -> row.id(Column.ID))
        .hasMessage(
            "column 0 of 5, id, is a value of type {http://example.com/types/}guid, not a GUID");
  }

  @Test
  void moreColumnsAreTakenAndFewerAreRefused() throws IOException {
    assertThat(read(rows(CELLS + "<anyType xsi:type=\"xsd:int\">1</anyType>"))).hasSize(1);
    assertThat(refusal(rows(CELLS.replaceFirst("<anyType[^>]*>7</anyType>", ""))))
        .isEqualTo("a row of 4 columns where at least 5 are expected");
  }

  @Test
  void anEmptyCellIsToldFromAnEmptyText() throws IOException {
    String nil = CELLS.replaceFirst("<anyType[^>]*>7</anyType>", "<anyType xsi:nil=\"true\"/>");
    Row<Column> row = read(rows(nil.replace("Alle Computer", ""))).getFirst();
    assertThat(row.isEmpty(Column.COUNT)).isTrue();
    assertThatThrownBy(() -> row.number(Column.COUNT)).hasMessage("column 1 of 5, count, is empty");
    assertThat(row.isEmpty(Column.NAME)).isFalse();
    assertThat(row.text(Column.NAME)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xsd:int | seven | an unreadable int",
        "xsd:boolean | yes | an unreadable boolean",
        "xsd:dateTime | 4.10.2026 | an unreadable dateTime",
        "xsd:string | seven | a text",
        "xsd:boolean | true | true or false",
        "xsd:hexBinary | 07 | a value of type hexBinary"
      })
  void aCellThatCannotBeUnderstoodIsRefusedWhenItIsAskedFor(String type, String text, String what)
      throws IOException {
    Row<Column> row = read(rows(withCount(type, text))).getFirst();
    assertThat(row.text(Column.NAME)).isEqualTo("Alle Computer");
    assertThatThrownBy(() -> row.number(Column.COUNT))
        .hasMessage("column 1 of 5, count, is " + what + ", not a whole number");
  }

  private static String withCount(String type, String text) {
    return CELLS.replaceFirst(
        "<anyType[^>]*>7</anyType>", "<anyType xsi:type=\"" + type + "\">" + text + "</anyType>");
  }

  @ParameterizedTest
  @CsvSource({
    "xsd:unsignedByte, 7",
    "xsd:byte, 7",
    "xsd:unsignedInt, 7",
    "xsd:integer, 7",
    "xsd:string, ' 7 '"
  })
  void aNumberIsOneByWhateverTypeItComes(String type, String text) throws IOException {
    assertThat(read(rows(withCount(type, text))).getFirst().number(Column.COUNT)).isEqualTo(7);
  }

  @Test
  void aCellWithoutATypeIsAText() throws IOException {
    String bare = CELLS.replaceFirst("<anyType[^>]*>7</anyType>", "<anyType>7</anyType>");
    assertThat(read(rows(bare)).getFirst().number(Column.COUNT)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "xsd:int, 1, true",
    "xsd:unsignedByte, 0, false",
    "xsd:string, True, true",
    "xsd:string, 0, false"
  })
  void truthIsOneByWhateverTypeItComes(String type, String text, boolean truth) throws IOException {
    String other = CELLS.replace(">true<", ">" + text + "<").replace("xsd:boolean", type);
    assertThat(read(rows(other)).getFirst().truth(Column.OPEN)).isEqualTo(truth);
  }

  @Test
  void aNumberThatIsNeitherNoughtNorOneIsNoTruth() throws IOException {
    String two = CELLS.replace(">true<", ">2<").replace("xsd:boolean", "xsd:int");
    Row<Column> row = read(rows(two)).getFirst();
    assertThatThrownBy(() -> row.truth(Column.OPEN))
        .hasMessage("column 2 of 5, open, is a whole number, not true or false");
  }

  @Test
  void idsAndTimesMayComeAsTextsAndTextsAsIdsOrNumbers() throws IOException {
    String texts = CELLS.replace("q1:guid", "xsd:string").replace("xsd:dateTime", "xsd:string");
    Row<Column> row = read(rows(texts)).getFirst();
    assertThat(row.id(Column.ID))
        .isEqualTo(UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7652c0b421"));
    assertThat(row.time(Column.SINCE)).isEqualTo(Instant.parse("2026-10-04T13:16:35.433Z"));
    assertThat(read(rows(CELLS)).getFirst().text(Column.ID))
        .isEqualTo("a0a08746-4dbe-4a37-9adf-9e7652c0b421");
    assertThat(row.text(Column.COUNT)).isEqualTo("7");
  }

  @Test
  void anEmptyTextIsNoIdAndNoTime() throws IOException {
    String texts =
        CELLS.replace("xsd:dateTime", "xsd:string").replace(">2026-10-04T13:16:35.433<", "><");
    Row<Column> row = read(rows(texts)).getFirst();
    assertThat(row.optionalTime(Column.SINCE)).isEmpty();
    assertThatThrownBy(() -> row.time(Column.SINCE)).hasMessage("column 3 of 5, since, is empty");
  }

  @Test
  void aTimeWithAZoneIsThatTime() throws IOException {
    Row<Column> row = read(rows(CELLS.replace("35.433", "35.433+02:00"))).getFirst();
    assertThat(row.time(Column.SINCE)).isEqualTo(Instant.parse("2026-10-04T11:16:35.433Z"));
  }

  @Test
  void noResultIsAnEmptyList() throws IOException {
    assertThat(read(answer(""))).isEmpty();
    assertThat(read(rows())).isEmpty();
  }

  @Test
  void elementsAroundTheResultArePassedOver() throws IOException {
    String more =
        rows(CELLS)
            .replace("<soap:Body>", "<soap:Header><a><b/></a></soap:Header><soap:Body>")
            .replace(
                "<ExecuteSPGetAllTargetGroupsResult>",
                "<More>1</More><ExecuteSPGetAllTargetGroupsResult>");
    assertThat(read(more)).hasSize(1);
  }

  @Test
  void theAnswerOfAnotherOperationIsRefused() {
    assertThat(refusal(rows(CELLS).replace("GetAllTargetGroupsResponse", "GetRevisionsResponse")))
        .isEqualTo(
            "<ExecuteSPGetRevisionsResponse> where <ExecuteSPGetAllTargetGroupsResponse> is expected");
    assertThat(refusal("<html><body>WSUS</body></html>"))
        .isEqualTo("<html> where <Envelope> is expected");
  }

  @Test
  void aDocumentTypeIsNotRead() {
    assertThat(refusal("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
        .isEqualTo("XML that is not well-formed, or is cut");
  }

  @Test
  void anAnswerThatEndsEarlyIsNoShorterAnswer() {
    String whole = rows(CELLS, CELLS, CELLS);
    for (int end = 1; end < whole.length(); end += 7) {
      String cut = whole.substring(0, end);
      assertThatThrownBy(() -> read(cut))
          .as("cut at %d", end)
          .isInstanceOf(SoapFormatException.class);
    }
  }

  @Test
  void aConnectionThatBreaksIsNotTheAnswersFault() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(
                rows(CELLS).substring(0, 500).getBytes(StandardCharsets.UTF_8)),
            new Breaking());
    assertThatThrownBy(() -> read(broken)).isInstanceOf(IOException.class).hasMessage("reset");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Exception Assembly='x' Type='Microsoft.UpdateServices.Administration.WsusObjectNotFoundException' Message='Das Element wurde nicht gefunden.'/> | a | WsusObjectNotFoundException | WsusObjectNotFoundException: Das Element wurde nicht gefunden.",
        "<Exception Type='System.ArgumentNullException, mscorlib' Message='Value cannot be null.'/> | b | ArgumentNullException | ArgumentNullException: Value cannot be null.",
        "'' | System.Web.Services.Protocols.SoapException: Server was unable to process request. ---> System.Data.SqlClient.SqlException: Transaction was deadlocked | SqlException | SqlException: Transaction was deadlocked",
        "'' | サーバーは要求を処理できませんでした。 | '' | サーバーは要求を処理できませんでした。",
        "<Exception Type='System.Exception'/> | '' | Exception | Exception: no message",
        "'' | '' | '' | no message"
      })
  void aFaultTellsItsTypeAndItsWords(String detail, String text, String type, String words) {
    String fault =
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            + "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>"
            + text.replace(">", "&gt;")
            + "</faultstring><detail>"
            + detail
            + "</detail></soap:Fault></soap:Body></soap:Envelope>";
    SoapFault met = catchThrowableOfType(SoapFault.class, () -> read(fault));
    assertThat(met.type()).isEqualTo(type);
    assertThat(met.words()).hasToString(words);
  }

  /** A connection that is reset. */
  private static final class Breaking extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("reset");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw new IOException("reset");
    }
  }
}
