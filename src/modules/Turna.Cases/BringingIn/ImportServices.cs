using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

internal static class ImportServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ImportShelf>().AddScoped<ImportJobs>().AddScoped<ColumnMemory>().AddScoped<RowPrints>().AddScoped<ImportPeople>();
        services.AddScoped<StagedRows>().AddScoped<WrittenRow>().AddScoped<CorrectRow>();
        services.AddScoped<StageFile>().AddScoped<ChooseColumns>().AddScoped<ReadRegister>().AddScoped<StagedPeople>().AddScoped<DecidePeople>().AddScoped<StartPublishing>();
        services.AddScoped<PublishRegister>().AddScoped<CancelImport>().AddScoped<ReportOnRegister>().AddScoped<WorkOnImport>();
        services.AddScoped(s => new Contracts.RegisterImport(
            s.GetRequiredService<ImportShelf>(), s.GetRequiredService<StageFile>(), s.GetRequiredService<ChooseColumns>(), s.GetRequiredService<DecidePeople>(),
            s.GetRequiredService<StartPublishing>(), s.GetRequiredService<CancelImport>(), s.GetRequiredService<ReportOnRegister>(), s.GetRequiredService<ImportJobs>(),
            s.GetRequiredService<ImportRunner>(), s.GetRequiredService<Members.Contracts.StaffDirectory>()));
        services.AddSingleton<ImportRunner>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<ImportRunner>());
        services.AddSingleton<IFollowsSession>(s => s.GetRequiredService<ImportRunner>());
    }
}
