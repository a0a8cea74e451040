using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Turna.Data;

/// <summary>Composition of the data platform.</summary>
public static class DataPlatform
{
    public static void AddServices(IServiceCollection services, Store store)
    {
        services.AddSingleton(store);
        services.AddSingleton<TurnaModel>();
        services.AddSingleton<TableVersions>();
        services.AddSingleton<Remembered>();
        services.AddSingleton<Readers>();
        services.AddSingleton<Writer>();
        services.AddSingleton<TurnaDbFactory>();
        services.AddScoped(s => s.GetRequiredService<TurnaDbFactory>().Create());
    }

    /// <summary>Brings the database to the newest schema; makes it when there is none.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<TurnaDbFactory>().CreateForUpkeep();
        await db.Database.MigrateAsync(cancel);
    }
}
