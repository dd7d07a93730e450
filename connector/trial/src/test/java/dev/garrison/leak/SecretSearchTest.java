package dev.garrison.leak;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SecretSearchTest {
  private static final String SECRET = "S1te&p\u00e4\"ss<w>ord/7%";
  private final SecretSearch search = new SecretSearch().add("it", SECRET);

  @Test
  void whatHoldsNoSecretIsClean() {
    assertThat(search.in("Collection 'MDE pilot - 2019' is missing. Ssword p\u00e4ss")).isEmpty();
  }

  @Test
  void aSecretIsFoundAsItIs() {
    assertThat(search.in("password=" + SECRET + ";")).contains("it");
  }

  @Test
  void halfASecretIsFound() {
    assertThat(search.in("S1te&p\u00e4\"ss...")).containsExactly("the first half of it");
    assertThat(search.in("...s<w>ord/7%")).containsExactly("the second half of it");
  }

  @Test
  void aSecretIsFoundInUtf16() {
    assertThat(search.in(("x" + SECRET + "y").getBytes(UTF_16LE))).contains("it in UTF-16");
  }

  @Test
  void aSecretIsFoundInHexadecimal() {
    String hex = HexFormat.of().formatHex(SECRET.getBytes(UTF_8));
    assertThat(search.in("<" + hex + ">")).contains("it in hexadecimal");
    assertThat(search.in(HexFormat.of().withUpperCase().formatHex(SECRET.getBytes(UTF_16LE))))
        .contains("it in UTF-16 in hexadecimal");
  }

  @Test
  void aSecretIsFoundInBase64WhateverStandsBeforeIt() {
    for (String user : new String[] {"", "a", "ab", "abc", "DOMAIN\\svc:"}) {
      assertThat(search.in("Basic " + base64(user + SECRET + "!"))).contains("it in Base64");
      assertThat(search.in(Base64.getEncoder().encodeToString((user + SECRET).getBytes(UTF_16LE))))
          .contains("it in UTF-16 in Base64");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void aSecretIsFoundInUrlsPagesAndJson() throws JsonProcessingException {
    assertThat(search.in("?p=" + URLEncoder.encode(SECRET, UTF_8) + "&x")).contains("it in a URL");
    assertThat(search.in("<td>S1te&amp;p\u00e4&quot;ss&lt;w&gt;ord/7%</td>"))
        .contains("it in HTML");
    assertThat(search.in(new ObjectMapper().writeValueAsString(SECRET))).contains("it in JSON");
  }

  @Test
  void bytesAreFoundToo() {
    byte[] key = HexFormat.of().parseHex("00ff10ee20dd30cc40bb50aa60997088");
    assertThat(new SecretSearch().add("key", key).in(key)).contains("key");
  }
}
