using Turna.Ledger;

namespace Turna.Web.CommandLine;

/// <summary>The server's secrets of a data folder.</summary>
internal static class Secrets
{
    /// <summary>Those of the folder, made at the first start.</summary>
    /// <exception cref="UsageException">They are damaged, or of the demonstration where real people are served, or the other way about.</exception>
    public static ServerSecrets OfFolder(string folder, bool demo)
    {
        try
        {
            var secrets = ServerSecrets.Load(folder) ?? ServerSecrets.Create(folder, demo);
            if (secrets.Demo && !demo) throw new UsageException($"{folder}: holds the secrets of the demonstration, which everybody knows; choose another folder");
            if (!secrets.Demo && demo) throw new UsageException($"{folder}: holds real records; the demonstration needs a folder of its own");
            return secrets;
        }
        catch (InvalidDataException damaged)
        {
            throw new UsageException($"{folder}: {damaged.Message}", damaged);
        }
    }
}
