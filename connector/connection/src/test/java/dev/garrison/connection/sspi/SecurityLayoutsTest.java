package dev.garrison.connection.sspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sizes and places as a compiler for 64-bit Windows gives them to sspi.h. */
final class SecurityLayoutsTest {
  private static Map<String, Long> places(StructLayout structure) {
    Map<String, Long> places = new LinkedHashMap<>();
    structure.memberLayouts().stream()
        .map(MemoryLayout::name)
        .map(name -> name.orElseThrow())
        .forEach(name -> places.put(name, SecurityLayouts.place(structure, name)));
    places.put("size", structure.byteSize());
    return places;
  }

  @Test
  void structuresAreLaidOutAsOnWindows() {
    assertThat(places(SecurityLayouts.HANDLE))
        .isEqualTo(Map.of("dwLower", 0L, "dwUpper", 8L, "size", 16L));
    assertThat(places(SecurityLayouts.BUFFER))
        .isEqualTo(Map.of("cbBuffer", 0L, "BufferType", 4L, "pvBuffer", 8L, "size", 16L));
    assertThat(places(SecurityLayouts.DESCRIPTION))
        .isEqualTo(Map.of("ulVersion", 0L, "cBuffers", 4L, "pBuffers", 8L, "size", 16L));
    assertThat(places(SecurityLayouts.CHANNEL_BINDINGS))
        .isEqualTo(
            Map.of(
                "dwInitiatorAddrType", 0L,
                "cbInitiatorLength", 4L,
                "dwInitiatorOffset", 8L,
                "dwAcceptorAddrType", 12L,
                "cbAcceptorLength", 16L,
                "dwAcceptorOffset", 20L,
                "cbApplicationDataLength", 24L,
                "dwApplicationDataOffset", 28L,
                "size", 32L));
  }

  @Test
  void aBindingLiesBehindItsHeader() {
    try (Arena arena = Arena.ofConfined()) {
      SecurityLayouts.Part part = SecurityLayouts.Part.bindings(arena, new byte[] {7, 8, 9});
      assertThat(part.type()).isEqualTo(14);
      assertThat(part.content().toArray(ValueLayout.JAVA_BYTE))
          .startsWith(new byte[24])
          .endsWith(3, 0, 0, 0, 32, 0, 0, 0, 7, 8, 9)
          .hasSize(35);
    }
  }

  @Test
  void aDescriptionCountsItsBuffersAndPointsToThem() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffers =
          SecurityLayouts.buffers(
              arena,
              List.of(
                  SecurityLayouts.Part.token(arena, new byte[5]),
                  SecurityLayouts.Part.bindings(arena, new byte[4])));
      MemorySegment description = SecurityLayouts.description(arena, buffers);
      assertThat(description.asByteBuffer().order(ByteOrder.nativeOrder()).getLong(0))
          .isEqualTo(2L << 32);
      assertThat(description.get(ValueLayout.ADDRESS, 8).address()).isEqualTo(buffers.address());
      assertThat(SecurityLayouts.filled(buffers)).isEqualTo(5);
      assertThat(buffers.get(ValueLayout.JAVA_INT, 16)).isEqualTo(36);
      assertThat(buffers.get(ValueLayout.JAVA_INT, 20)).isEqualTo(14);
    }
  }
}
