/** Microsoft Defender ATP policies: made by a person, deployed here ring by ring. */
@NullMarked
package dev.garrison.mecm.onboardingpolicy;

import org.jspecify.annotations.NullMarked;
