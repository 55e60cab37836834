package io.goldenrod.console.intake;

/**
 * What may be uploaded.
 *
 * @param bytesMax one file
 */
public record UploadSettings(long bytesMax) {}
