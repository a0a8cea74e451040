namespace Turna.Vault;

/// <summary>The member has not been given a key yet that this step needs: a colleague must hand it over first. Nothing was done.</summary>
public sealed class KeyNotGivenException(string message) : InvalidOperationException(message);
