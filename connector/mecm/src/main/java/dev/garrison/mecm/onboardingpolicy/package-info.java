/**
 * Deploys Microsoft Defender ATP policies ring by ring. The administrator creates the policies in
 * the console.
 */
@NullMarked
package dev.garrison.mecm.onboardingpolicy;

import org.jspecify.annotations.NullMarked;
