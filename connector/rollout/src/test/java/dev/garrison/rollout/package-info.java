@NullMarked
package dev.garrison.rollout;

import org.jspecify.annotations.NullMarked;
