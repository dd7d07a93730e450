@NullMarked
package dev.garrison.cli.rollout;

import org.jspecify.annotations.NullMarked;
