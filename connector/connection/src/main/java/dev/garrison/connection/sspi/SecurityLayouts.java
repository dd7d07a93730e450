package dev.garrison.connection.sspi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Structures of SSPI as 64-bit Windows lays them out.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/sspi/ns-sspi-secbuffer">SecBuffer</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/sspi/ns-sspi-sec_channel_bindings">SEC_CHANNEL_BINDINGS</a>
 */
final class SecurityLayouts {
  /** CredHandle and CtxtHandle. */
  static final StructLayout HANDLE =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_LONG.withName("dwLower"), ValueLayout.JAVA_LONG.withName("dwUpper"));

  static final StructLayout BUFFER =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("cbBuffer"),
          ValueLayout.JAVA_INT.withName("BufferType"),
          ValueLayout.ADDRESS.withName("pvBuffer"));

  static final StructLayout DESCRIPTION =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("ulVersion"),
          ValueLayout.JAVA_INT.withName("cBuffers"),
          ValueLayout.ADDRESS.withName("pBuffers"));

  static final StructLayout CHANNEL_BINDINGS =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("dwInitiatorAddrType"),
          ValueLayout.JAVA_INT.withName("cbInitiatorLength"),
          ValueLayout.JAVA_INT.withName("dwInitiatorOffset"),
          ValueLayout.JAVA_INT.withName("dwAcceptorAddrType"),
          ValueLayout.JAVA_INT.withName("cbAcceptorLength"),
          ValueLayout.JAVA_INT.withName("dwAcceptorOffset"),
          ValueLayout.JAVA_INT.withName("cbApplicationDataLength"),
          ValueLayout.JAVA_INT.withName("dwApplicationDataOffset"));

  /** SECBUFFER_TOKEN. */
  static final int TOKEN = 2;

  /** SECBUFFER_CHANNEL_BINDINGS. */
  static final int BINDINGS = 14;

  private SecurityLayouts() {}

  /** The place of a member within its structure, in bytes. */
  static long place(StructLayout structure, String member) {
    return structure.byteOffset(PathElement.groupElement(member));
  }

  /** A buffer of some type. */
  record Part(int type, MemorySegment content) {
    /** SEC_CHANNEL_BINDINGS without addresses, as for TLS. */
    static Part bindings(Arena arena, byte[] value) {
      int header = (int) CHANNEL_BINDINGS.byteSize();
      MemorySegment content = arena.allocate(header + (long) value.length, Integer.BYTES);
      content.set(
          ValueLayout.JAVA_INT, place(CHANNEL_BINDINGS, "cbApplicationDataLength"), value.length);
      content.set(ValueLayout.JAVA_INT, place(CHANNEL_BINDINGS, "dwApplicationDataOffset"), header);
      MemorySegment.copy(value, 0, content, ValueLayout.JAVA_BYTE, header, value.length);
      return new Part(BINDINGS, content);
    }

    static Part token(Arena arena, byte[] value) {
      return new Part(TOKEN, arena.allocateFrom(ValueLayout.JAVA_BYTE, value));
    }
  }

  /** SecBuffer for each part, one behind the other. */
  static MemorySegment buffers(Arena arena, List<Part> parts) {
    MemorySegment buffers = arena.allocate(BUFFER, parts.size());
    for (int i = 0; i < parts.size(); i++) {
      long begin = i * BUFFER.byteSize();
      MemorySegment content = parts.get(i).content();
      buffers.set(
          ValueLayout.JAVA_INT, begin + place(BUFFER, "cbBuffer"), (int) content.byteSize());
      buffers.set(ValueLayout.JAVA_INT, begin + place(BUFFER, "BufferType"), parts.get(i).type());
      buffers.set(ValueLayout.ADDRESS, begin + place(BUFFER, "pvBuffer"), content);
    }
    return buffers;
  }

  /** SecBufferDesc of so many buffers. */
  static MemorySegment description(Arena arena, MemorySegment buffers) {
    MemorySegment description = arena.allocate(DESCRIPTION);
    description.set(
        ValueLayout.JAVA_INT,
        place(DESCRIPTION, "cBuffers"),
        (int) (buffers.byteSize() / BUFFER.byteSize()));
    description.set(ValueLayout.ADDRESS, place(DESCRIPTION, "pBuffers"), buffers);
    return description;
  }

  /** Number of bytes in the first buffer after a call. */
  static long filled(MemorySegment buffers) {
    return Integer.toUnsignedLong(buffers.get(ValueLayout.JAVA_INT, place(BUFFER, "cbBuffer")));
  }
}
