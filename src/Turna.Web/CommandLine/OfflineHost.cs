using Turna.Ledger;
using Turna.Vault;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary>The house without its doors: services over a data folder for verbs that serve no pages.</summary>
internal static class OfflineHost
{
    /// <summary>Services over an existing folder with its own secrets.</summary>
    /// <exception cref="UsageException">There is no data here, or its secrets are damaged.</exception>
    public static ServiceProvider Of(Settings settings)
    {
        if (!Directory.Exists(settings.DataFolder)) throw new UsageException($"{settings.DataFolder}: holds no data");
        var store = settings.Store();
        if (store.DatabasePath is { } path && !File.Exists(path)) throw new UsageException($"{settings.DataFolder}: holds no data");
        return Of(settings, Secrets.Existing(settings.DataFolder));
    }

    public static ServiceProvider Of(Settings settings, ServerSecrets secrets)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        TurnaHost.AddServices(services, settings, secrets);
        return services.BuildServiceProvider();
    }

    /// <summary>What a passphrase guess costs in files that leave the machine.</summary>
    public static KeyCost FileCost => KeyCost.Standard;
}
