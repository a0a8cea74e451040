using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;
using Turna.Data;
using Turna.Web.Hosting;

namespace Turna.Migrations;

/// <summary>Gives the EF tool the model of all modules; TURNA_STORE says for which database.</summary>
internal sealed class Factory : IDesignTimeDbContextFactory<TurnaDb>
{
    public TurnaDb CreateDbContext(string[] args)
    {
        var store = Environment.GetEnvironmentVariable("TURNA_STORE") == "postgres"
            ? Store.OnPostgres("Host=localhost;Database=turna")
            : Store.InFolder(Path.Combine(Path.GetTempPath(), "turna-migrations"));
        var model = new TurnaModel(Rooms.Entities());
        var writer = new Writer(store, model, [], new TableVersions(), TimeProvider.System, NullLogger<Writer>.Instance);
        return new TurnaDbFactory(store, model, writer, new Readers(store)).CreateForUpkeep();
    }
}

internal static class Program
{
    private static void Main() => Console.WriteLine("Run by tools/add-migration.");
}
