package dev.garrison.manifest.value;

/**
 * Names of the objects that the client-setting deployment method uses.
 *
 * <p>An administrator creates both objects in the console.
 *
 * @param setting name of a custom client setting for devices
 * @param policy name of an onboarding policy (Microsoft Defender ATP Policies)
 */
public record ClientSettingNames(String setting, String policy) {}
