using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CountsOfLargeOffices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_team_on",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team_responsible_sensitivity",
                table: "cases_case");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team_stage",
                table: "cases_case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_person_link_on_logged_at",
                table: "cases_consultation",
                columns: new[] { "person_link", "on", "logged_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_team_on_organisation",
                table: "cases_consultation",
                columns: new[] { "team", "on", "organisation" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_responsible_sensitivity_organisation",
                table: "cases_case",
                columns: new[] { "team", "responsible", "sensitivity", "organisation" },
                filter: "stage <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_stage_sensitivity_organisation",
                table: "cases_case",
                columns: new[] { "team", "stage", "sensitivity", "organisation" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_person_link_on_logged_at",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_team_on_organisation",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team_responsible_sensitivity_organisation",
                table: "cases_case");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team_stage_sensitivity_organisation",
                table: "cases_case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation",
                column: "person_link",
                filter: "\"person_link\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_team_on",
                table: "cases_consultation",
                columns: new[] { "team", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_responsible_sensitivity",
                table: "cases_case",
                columns: new[] { "team", "responsible", "sensitivity" },
                filter: "stage <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_stage",
                table: "cases_case",
                columns: new[] { "team", "stage" });
        }
    }
}
