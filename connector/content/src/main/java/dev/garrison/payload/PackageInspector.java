package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.payload.signer.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Inspects package files of every known kind, recognized by their content. */
public final class PackageInspector {
  private final List<PackageKind> kinds;

  /**
   * @param kinds in the order in which they are asked
   */
  public PackageInspector(List<PackageKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /**
   * Inspects one file. Its digest is computed in parallel with the inspection, so that a large file
   * takes little longer than its digest alone.
   *
   * @throws RefusalException when the file cannot be read
   */
  public Inspection inspect(Path path, Requirements requirements) {
    try (PackageFile file = PackageFile.open(path);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Sha256> digest = beside.submit(file::sha256);
      Optional<PackageKind> kind = kind(file);
      Description description =
          kind.isPresent()
              ? kind.get().describe(file, requirements)
              : Description.of(file.size() == 0 ? empty(path) : unknown(path));
      return new Inspection(path, kind, get(digest), file.size(), description);
    } catch (IOException e) {
      throw new RefusalException(PayloadCode.unreadable(path, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while inspecting " + path, e);
    }
  }

  /**
   * Reads the signer of a file.
   *
   * @throws RefusalException when the file cannot be read or is of no known kind, when it is not
   *     signed, or when it was changed since
   */
  public Signer signer(Path path, Requirements requirements) {
    try (PackageFile file = PackageFile.open(path)) {
      PackageKind kind =
          kind(file)
              .orElseThrow(
                  () -> new RefusalException(file.size() == 0 ? empty(path) : unknown(path)));
      return kind.signer(file, requirements);
    } catch (IOException e) {
      throw new RefusalException(PayloadCode.unreadable(path, e), e);
    }
  }

  private Optional<PackageKind> kind(PackageFile file) throws IOException {
    for (PackageKind kind : kinds) {
      if (kind.recognises(file)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Sha256 get(Future<Sha256> digest) throws IOException, InterruptedException {
    try {
      return digest.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("the digest was not computed", e.getCause());
    }
  }

  private static Diagnostic empty(Path path) {
    return Diagnostic.error(InspectionCode.FILE_UNKNOWN, Message.of("package.empty", "file", path));
  }

  private Diagnostic unknown(Path path) {
    return Diagnostic.error(
        InspectionCode.FILE_UNKNOWN,
        Message.of(
            "package.unknown",
            "file",
            path,
            "known",
            kinds.stream().map(PackageKind::title).toList()));
  }
}
