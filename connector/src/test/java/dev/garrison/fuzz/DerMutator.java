package dev.garrison.fuzz;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Changes values of ASN.1 as a tree: tags, contents, and which values there are, in what order and
 * how deep. What comes out is DER again, with lengths that fit.
 */
public final class DerMutator implements Inputs {
  private static final int RARELY = 16;
  private static final int LARGEST = 256 * 1024;
  private static final List<Integer> TAGS =
      List.of(
          0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x30, 0x31,
          0x80, 0x81, 0xa0, 0xa1, 0xa3);
  private static final List<byte[]> VALUES =
      List.of(
          new byte[0],
          new byte[] {0},
          new byte[] {1},
          new byte[] {-1},
          new byte[] {-128},
          new byte[] {0, 0},
          filled(9, 0xff),
          filled(300, 0x7f),
          filled(5_000, 0x41),
          new byte[] {0x2a, (byte) 0x80},
          filled(20, 0x39));

  private final List<DerNode> samples;

  public DerMutator(List<byte[]> samples) {
    this.samples = samples.stream().map(sample -> DerNode.read(sample).orElseThrow()).toList();
  }

  private static byte[] filled(int length, int octet) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) octet);
    return bytes;
  }

  @Override
  public byte[] input(RandomGenerator random) {
    DerNode root = any(samples, random).copy();
    for (int times = 1 + random.nextInt(1 + random.nextInt(4)); times > 0; times--) {
      change(root, random);
    }
    byte[] encoded = root.encoded();
    return encoded.length <= LARGEST ? encoded : Arrays.copyOf(encoded, LARGEST);
  }

  private void change(DerNode root, RandomGenerator random) {
    List<DerNode> parents = root.all().stream().filter(node -> !node.children.isEmpty()).toList();
    if (parents.isEmpty()) {
      return;
    }
    List<DerNode> siblings = any(parents, random).children;
    int at = random.nextInt(siblings.size());
    DerNode node = siblings.get(at);
    switch (random.nextInt(10)) {
      case 0 -> node.tag = random.nextInt(3) == 0 ? node.tag ^ 0x20 : any(TAGS, random);
      case 1, 2 -> revalue(node, random);
      case 3 -> siblings.remove(at);
      case 4 ->
          Collections.nCopies(often(random, 12), node).forEach(same -> siblings.add(same.copy()));
      case 5 -> Collections.swap(siblings, at, random.nextInt(siblings.size()));
      case 6 -> Collections.shuffle(siblings, Random.from(random));
      case 7 -> siblings.set(at, nested(node, often(random, 7)));
      case 8 -> siblings.add(at, donated(node, random));
      default -> siblings.set(at, donated(node, random));
    }
  }

  private static void revalue(DerNode node, RandomGenerator random) {
    byte[] value = node.children.isEmpty() ? node.value : node.encoded();
    node.children.clear();
    node.tag &= ~0x20;
    node.value =
        switch (random.nextInt(4)) {
          case 0 -> any(VALUES, random);
          case 1 -> Arrays.copyOf(value, random.nextInt(value.length + 1));
          case 2 -> Arrays.copyOf(value, value.length + 1 + random.nextInt(8));
          default -> flipped(value, random);
        };
  }

  private static byte[] flipped(byte[] value, RandomGenerator random) {
    byte[] changed = value.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return changed;
  }

  private static DerNode nested(DerNode node, int levels) {
    DerNode outer = node;
    for (int level = 0; level < levels; level++) {
      outer = DerNode.around(outer);
    }
    return outer;
  }

  /** A value of any sample, most likely one of the same tag. */
  private DerNode donated(DerNode place, RandomGenerator random) {
    List<DerNode> all = any(samples, random).all();
    DerNode donor = any(all, random);
    for (int tries = random.nextInt(20); tries > 0 && donor.tag != place.tag; tries--) {
      donor = any(all, random);
    }
    return donor.copy();
  }

  /** Once as a rule, rarely up to a power of two. */
  private static int often(RandomGenerator random, int power) {
    return random.nextInt(RARELY) == 0 ? 1 + random.nextInt(1 << (1 + random.nextInt(power))) : 1;
  }

  private static <T> T any(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
