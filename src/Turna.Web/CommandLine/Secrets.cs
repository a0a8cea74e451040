using Turna.Ledger;
using Turna.Web.Hosting;

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

    /// <summary>Those of a folder that a server has used.</summary>
    /// <exception cref="UsageException">They are missing or damaged.</exception>
    public static ServerSecrets Existing(string folder)
    {
        try
        {
            return ServerSecrets.Load(folder) ?? throw new UsageException($"{folder}: the server's secrets are missing; take them from the kit first: ./turna secrets import");
        }
        catch (InvalidDataException damaged)
        {
            throw new UsageException($"{folder}: {damaged.Message}", damaged);
        }
    }

    /// <summary>Refuses a database that was written with other secrets than the host's own, before anything is written into it.</summary>
    /// <exception cref="UsageException">It is another server's.</exception>
    public static async Task CheckOriginAsync(IServiceProvider host, CancellationToken cancel)
    {
        await using var scope = host.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DatabaseOrigin>().IsOursAsync(cancel)) return;
        throw new UsageException($"{host.GetRequiredService<Settings>().DataFolder}: the database was written with other secrets than those of this folder; with these nobody can sign in. Put back its server.secrets.json, or take it from the kit: ./turna secrets import");
    }
}
