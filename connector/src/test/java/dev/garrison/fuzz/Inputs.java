package dev.garrison.fuzz;

import java.util.random.RandomGenerator;

/** Damaged inputs, each by its random numbers alone. */
@FunctionalInterface
public interface Inputs {
  /** The input that this generator stands for. */
  byte[] input(RandomGenerator random);
}
