package dev.garrison.connection.sspi;

import dev.garrison.connection.signin.ContactedServer.ChannelBinding;
import dev.garrison.connection.sspi.SecurityLayouts.Part;
import dev.garrison.foreign.WideText;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credentials of the user who runs the program, and a security context with one service. Nothing is
 * delegated. One thread uses it, and closes it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/secauthn/initializesecuritycontext--general">InitializeSecurityContext
 *     (General)</a>
 */
final class SecurityContext implements AutoCloseable {
  private static final byte[] NOTHING = new byte[0];

  /** Longest token in bytes; Windows itself allows up to 65,535 (MaxTokenSize). */
  private static final int LONGEST_TOKEN = 0xFFFF;

  /** SECPKG_CRED_OUTBOUND. */
  private static final int OUTBOUND = 2;

  /** ISC_REQ_MUTUAL_AUTH and ISC_RET_MUTUAL_AUTH. */
  private static final int MUTUAL = 0x2;

  /** ISC_REQ_CONNECTION. */
  private static final int CONNECTION = 0x800;

  /** SECURITY_NATIVE_DREP. */
  private static final int NATIVE = 0x10;

  private final SecuritySupport.Functions functions;
  private final SecurityPackage securityPackage;
  private final String target;
  private final Optional<ChannelBinding> binding;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment credentials = arena.allocate(SecurityLayouts.HANDLE);
  private final MemorySegment context = arena.allocate(SecurityLayouts.HANDLE);
  private boolean acquired;
  private boolean begun;

  SecurityContext(
      SecuritySupport.Functions functions,
      SecurityPackage securityPackage,
      String target,
      Optional<ChannelBinding> binding) {
    this.functions = functions;
    this.securityPackage = securityPackage;
    this.target = target;
    this.binding = binding;
  }

  /** Result of one step. */
  static final class Step {
    private final int status;
    private final byte[] token;
    private final boolean mutual;

    private Step(int status, byte[] token, boolean mutual) {
      this.status = status;
      this.token = token;
      this.mutual = mutual;
    }

    /** The SECURITY_STATUS. */
    int status() {
      return status;
    }

    /** The token for the server; empty where there is none. */
    byte[] token() {
      return token;
    }

    /** Whether the context is complete. */
    boolean isComplete() {
      return status == SecurityStatus.OK;
    }

    /** Whether a token of the server is needed. */
    boolean continues() {
      return status == SecurityStatus.CONTINUE_NEEDED;
    }

    /** Whether the server has proven its identity; means something of a complete context only. */
    boolean isMutual() {
      return mutual;
    }
  }

  /**
   * Makes the next token.
   *
   * @param fromServer the token of the server; empty at the beginning
   */
  Step next(byte[] fromServer) {
    try (Arena call = Arena.ofConfined()) {
      int status = acquired ? SecurityStatus.OK : acquire(call);
      return status == SecurityStatus.OK
          ? initialize(call, fromServer)
          : new Step(status, NOTHING, false);
    }
  }

  private int acquire(Arena call) {
    int status =
        functions
            .acquire()
            .call(
                MemorySegment.NULL,
                WideText.write(call, securityPackage.title()),
                OUTBOUND,
                MemorySegment.NULL,
                MemorySegment.NULL,
                MemorySegment.NULL,
                MemorySegment.NULL,
                credentials,
                call.allocate(ValueLayout.JAVA_LONG))
            .number();
    acquired = status == SecurityStatus.OK;
    return status;
  }

  private Step initialize(Arena call, byte[] fromServer) {
    MemorySegment token = call.allocate(LONGEST_TOKEN);
    MemorySegment written =
        SecurityLayouts.buffers(call, List.of(new Part(SecurityLayouts.TOKEN, token)));
    MemorySegment attributes = call.allocate(ValueLayout.JAVA_INT);
    int status =
        functions
            .initialize()
            .call(
                credentials,
                begun ? context : MemorySegment.NULL,
                WideText.write(call, target),
                MUTUAL | CONNECTION,
                0,
                NATIVE,
                input(call, fromServer),
                0,
                context,
                SecurityLayouts.description(call, written),
                attributes,
                call.allocate(ValueLayout.JAVA_LONG))
            .number();
    if (status < 0) {
      return new Step(status, NOTHING, false);
    }
    begun = true;
    return new Step(
        status,
        token.asSlice(0, SecurityLayouts.filled(written)).toArray(ValueLayout.JAVA_BYTE),
        (attributes.get(ValueLayout.JAVA_INT, 0) & MUTUAL) != 0);
  }

  private MemorySegment input(Arena call, byte[] fromServer) {
    List<Part> parts = new ArrayList<>();
    if (fromServer.length > 0) {
      parts.add(Part.token(call, fromServer));
    }
    binding.ifPresent(value -> parts.add(Part.bindings(call, value.value())));
    return parts.isEmpty()
        ? MemorySegment.NULL
        : SecurityLayouts.description(call, SecurityLayouts.buffers(call, parts));
  }

  /** Frees what there is. Both functions can only say that a handle is none. */
  @Override
  public void close() {
    if (begun) {
      functions.deleteContext().call(context);
    }
    if (acquired) {
      functions.freeCredentials().call(credentials);
    }
    arena.close();
  }
}
