using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.KeepingTexts;
using Turna.Cases.MyWork;
using Turna.Cases.Opening;
using Turna.Cases.Revising;
using Turna.Cases.Telling;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Cases;

/// <summary>Consultations, cases, what was done in them and what is due.</summary>
public sealed class CasesModule : Module, IHasEntities
{
    public override string Name => "cases";

    public override IReadOnlyList<Permission> Permissions => CasesPermissions.All;

    public override IReadOnlyList<Act> Acts => CasesActs.All;

    public override IReadOnlyList<NavigationEntry> Navigation =>
    [
        new NavigationEntry("My work", "/work", CasesPermissions.Work, 10),
        new NavigationEntry("Consultations", "/consultations", CasesPermissions.Log, 30),
        new NavigationEntry("Cases", "/cases", CasesPermissions.Open, 40),
    ];

    public override NavigationEntry? QuickEntry => new NavigationEntry("Log a consultation", "/consultations/new", CasesPermissions.Log, 0);

    public void AddEntities(ModelBuilder model) => Tables.Configure(model);

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CaseAccess>().AddScoped<ConsultationShelf>();
        services.AddScoped<CaseFacts>();
        services.AddScoped<TeamsAtHand>();
        services.AddScoped<LogConsultation>();
        services.AddScoped<CorrectConsultation>();
        services.AddScoped<FormEntries>();
        services.AddScoped<AddText>().AddScoped<ChangeText>().AddScoped<RetireText>();
        services.AddScoped<OpenCase>().AddScoped<ProposeCase>();
        services.AddScoped<CorrectStory>().AddScoped<ChangeReach>();
        services.AddScoped<ShowCase>();
        services.AddScoped<WriteNote>();
        services.AddScoped<MoveCase>();
        services.AddScoped<MarkDanger>();
        services.AddScoped<LastStep>();
        services.AddScoped<MarkMistake>();
        services.AddScoped<ProvideService>();
        services.AddScoped<MakeTask>();
        services.AddScoped<OwnTasks>().AddScoped<ShowTask>();
        services.AddScoped<FinishTask>();
        services.AddScoped<PostponeTask>();
        services.AddScoped<HandOver>().AddScoped<NameColleague>();
        services.AddScoped<ShowWork>().AddScoped<TeamLoad>().AddScoped<ShowLoad>();
        BringingIn.ImportServices.Add(services);
        services.AddScoped<IPersonPanel, CasesOfPerson>();
        services.AddScoped<IKeepsAboutPeople, RightsInCases>();
        services.AddScoped<IFollowsLinks, CountLinked>();
        services.AddScoped<IOpensFacts, RecordsBehind>();
        services.AddScoped<ICountContacts, CountContacts>();
        services.AddScoped<IFindByNumber, CaseByNumber>();
        services.AddScoped(MakeDemonstration);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        BringingIn.ImportEndpoints.Map(endpoints);
        TopicWords.Map(endpoints);
    }

    // Its constructor is internal like the use cases it takes, so the container cannot find it by itself.
    private static CaseDemonstration MakeDemonstration(IServiceProvider s) => new(
        s.GetRequiredService<TurnaDb>(), s.GetRequiredService<LogConsultation>(), s.GetRequiredService<OpenCase>(), s.GetRequiredService<WriteNote>(),
        s.GetRequiredService<MoveCase>(), s.GetRequiredService<ProvideService>(), s.GetRequiredService<MakeTask>(), s.GetRequiredService<MarkDanger>(),
        s.GetRequiredService<Ledger.AuditLedger>(), s.GetRequiredService<TimeProvider>());
}
